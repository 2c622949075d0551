package io.quintet.orm;

import io.quintet.core.signals.Receiver;
import io.quintet.core.signals.Signal;
import io.quintet.orm.meta.RelationMeta;
import java.util.List;
import java.util.function.Supplier;

/**
 * What happens to entities. Apps listen in {@code App.configure}: {@code
 * config.receive(ModelSignals.POST_SAVE.signal(), ModelSignals.of(Post.class, saved -> ...))}, or
 * {@code receiveAfterCommit} to hear it only when the transaction commits.
 */
public final class ModelSignals {
  /** Before an entity is saved; it may still be changed. */
  public static final ModelSignal<Saving> PRE_SAVE = new ModelSignal<>("pre_save");

  /** After an entity was saved. */
  public static final ModelSignal<Saved> POST_SAVE = new ModelSignal<>("post_save");

  /** Before an entity is deleted. */
  public static final ModelSignal<Deleting> PRE_DELETE = new ModelSignal<>("pre_delete");

  /** After an entity was deleted; its key is still known. */
  public static final ModelSignal<Deleted> POST_DELETE = new ModelSignal<>("post_delete");

  /** Before and after the pairs of a many-to-many relation change. */
  public static final ModelSignal<RelationChange> M2M_CHANGED = new ModelSignal<>("m2m_changed");

  private ModelSignals() {}

  /** Something that happens to an entity. */
  public sealed interface ModelEvent {
    /** The entity. */
    Entity entity();
  }

  /** An entity is about to be saved. */
  public record Saving(Entity entity, boolean created, String database) implements ModelEvent {}

  /** An entity was saved. */
  public record Saved(Entity entity, boolean created, String database) implements ModelEvent {}

  /** An entity is about to be deleted. */
  public record Deleting(Entity entity, String database) implements ModelEvent {}

  /** An entity was deleted. */
  public record Deleted(Entity entity, String database) implements ModelEvent {}

  /**
   * The pairs of a relation of an entity change; {@code keys} are those of the other side, none for
   * a clear.
   */
  public record RelationChange(
      Entity entity,
      RelationMeta relation,
      boolean reverse,
      RelationAction action,
      List<Object> keys)
      implements ModelEvent {
    /** Copies the list. */
    public RelationChange {
      keys = List.copyOf(keys);
    }
  }

  /** What happens to pairs. */
  public enum RelationAction {
    /** Before pairs are added. */
    PRE_ADD,
    /** After pairs were added. */
    POST_ADD,
    /** Before pairs are taken out. */
    PRE_REMOVE,
    /** After pairs were taken out. */
    POST_REMOVE,
    /** Before all pairs are taken out. */
    PRE_CLEAR,
    /** After all pairs were taken out. */
    POST_CLEAR
  }

  /** One of the signals above. */
  public static final class ModelSignal<E extends ModelEvent> {
    private final Signal<E> signal;

    private ModelSignal(String name) {
      this.signal = Signal.named(name);
    }

    /** The signal to connect to. */
    public Signal<E> signal() {
      return signal;
    }

    void sendIfHeard(Supplier<E> event) {
      if (signal.hasReceivers()) {
        signal.send(event.get());
      }
    }

    boolean isHeard() {
      return signal.hasReceivers();
    }
  }

  /** A receiver that hears events of one model only. */
  public static <E extends ModelEvent> Receiver<E> of(
      Class<? extends Entity> model, Receiver<? super E> receiver) {
    return event -> {
      if (model.isInstance(event.entity())) {
        receiver.receive(event);
      }
    };
  }

  static void relationChanging(
      Entity owner,
      RelationMeta relation,
      boolean reverse,
      RelationAction action,
      List<Object> keys) {
    M2M_CHANGED.sendIfHeard(() -> new RelationChange(owner, relation, reverse, action, keys));
  }
}
