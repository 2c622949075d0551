package io.quintet.admin;

import io.quintet.http.Forbidden;
import io.quintet.orm.Deletion;
import io.quintet.orm.Entity;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a deletion would take with it, for people; nothing is deleted. */
final class DeletionReport {
  private static final int MOST_NODES = 100;

  private final Access access;
  private int left = MOST_NODES;

  private DeletionReport(Access access) {
    this.access = access;
  }

  static Values of(Deletion deletion, Access access) {
    DeletionReport report = new DeletionReport(access);
    List<Map<String, @Nullable Object>> counts = new ArrayList<>();
    long total = 0;
    for (Map.Entry<ModelMeta<?>, List<Entity>> entry : deletion.rows().entrySet()) {
      int count = entry.getValue().size();
      total += count;
      ModelMeta<?> model = entry.getKey();
      counts.add(
          Values.with("modelName", count == 1 ? Words.singular(model) : Words.plural(model))
              .and("count", count)
              .map());
    }
    return Values.with("counts", counts)
        .and("tree", report.nodes(deletion.tree()))
        .and("moreCount", Math.max(0, total - MOST_NODES))
        .and(
            "protectedObjects",
            deletion.protectedBy().stream()
                .limit(MOST_NODES)
                .map(entity -> report.node(entity, List.of()))
                .toList())
        .and("missingPermissions", missing(deletion, access));
  }

  /** The registered models of which the user may not delete rows that would go. */
  private static List<String> missing(Deletion deletion, Access access) {
    Set<String> missing = new LinkedHashSet<>();
    deletion
        .rows()
        .forEach((model, rows) -> {
          for (Entity row : rows) {
            if (!mayDelete(access, row)) {
              missing.add(Words.plural(model));
              return;
            }
          }
        });
    return List.copyOf(missing);
  }

  private static <M extends Entity> boolean mayDelete(Access access, M row) {
    return AdminSite.current()
        .find(Models.of(row))
        .map(admin -> access.may(admin, Right.DELETE, row))
        .orElse(true);
  }

  /**
   * Refuses a deletion that takes rows with it which the user may not delete.
   *
   * @throws Forbidden with the names of the models
   */
  static void requireRights(Deletion deletion, Access access) {
    List<String> missing = missing(deletion, access);
    if (!missing.isEmpty()) {
      throw new Forbidden(
          "Your account may not delete all that goes with it: " + String.join(", ", missing) + ".");
    }
  }

  private List<Map<String, @Nullable Object>> nodes(List<Deletion.Branch> branches) {
    List<Map<String, @Nullable Object>> nodes = new ArrayList<>();
    for (Deletion.Branch branch : branches) {
      if (left <= 0) {
        break;
      }
      left--;
      nodes.add(node(branch.entity(), branch.children()));
    }
    return nodes;
  }

  private <M extends Entity> Map<String, @Nullable Object> node(
      M entity, List<Deletion.Branch> children) {
    ModelMeta<M> model = Models.of(entity);
    boolean opens =
        AdminSite.current()
            .find(model)
            .filter(admin -> access.may(admin, Right.VIEW, entity))
            .isPresent();
    return Values.with("label", Display.name(entity))
        .and("modelName", Words.singular(model))
        .and("url", opens ? Links.change(entity, model) : "")
        .and("children", nodes(children))
        .map();
  }
}
