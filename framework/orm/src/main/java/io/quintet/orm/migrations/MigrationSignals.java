package io.quintet.orm.migrations;

import io.quintet.core.signals.Signal;
import java.util.List;

/** What the migrations tell the apps. */
public final class MigrationSignals {
  /**
   * Sent after each {@code migrate} that ran to its end, also when there was nothing to do: the
   * moment to make rows that must exist, such as permissions. No transaction is open; migrations
   * are committed.
   */
  public static final Signal<Migrated> POST_MIGRATE = Signal.named("post migrate");

  private MigrationSignals() {}

  /**
   * A model that got another name.
   *
   * @param from until then
   * @param to since then
   */
  public record Renamed(ModelName from, ModelName to) {}

  /**
   * What was done.
   *
   * @param applied in order
   * @param takenBack in order
   * @param renamed models that got another name or went to another app, in order: rows that name a
   *     model follow
   * @param takenOver those of the applied that were only recorded, as another program had made
   *     their tables: whoever changes rows of these waits for the next time
   * @param state the models as the applied migrations leave them
   */
  public record Migrated(
      List<MigrationId> applied,
      List<MigrationId> takenBack,
      List<Renamed> renamed,
      List<MigrationId> takenOver,
      ProjectState state) {
    /** Copies the lists. */
    public Migrated {
      applied = List.copyOf(applied);
      takenBack = List.copyOf(takenBack);
      renamed = List.copyOf(renamed);
      takenOver = List.copyOf(takenOver);
    }
  }
}
