package io.quintet.orm;

import io.quintet.orm.expr.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an entity remembers about its row. */
final class EntityState {
  /** The values that the row had, as its model keeps them; null for an entity without a row. */
  @Nullable Object snapshot;

  /** The positions of the fields that were not read. */
  Set<Integer> deferred = Set.of();

  /** The database that it came from or went to; empty before that. */
  String alias = "";

  /** The other rows of the same result. */
  @Nullable Peers peers;

  /** Whether its row was made by this object, which nothing else has seen since. */
  boolean inserted;

  private @Nullable Map<Integer, Node> computed;
  private @Nullable Map<String, @Nullable Object> annotations;
  private @Nullable Map<String, Many<?>> related;
  private @Nullable Map<String, One<?>> parents;

  boolean isSaved() {
    return snapshot != null;
  }

  /** Takes it for an entity that has no row. */
  void forgetRow() {
    snapshot = null;
  }

  /** What the database computes at the next save, by field index. */
  Map<Integer, Node> computed() {
    if (computed == null) {
      computed = new LinkedHashMap<>();
    }
    return computed;
  }

  boolean isComputed(int index) {
    return computed != null && computed.containsKey(index);
  }

  void forgetComputed(int index) {
    if (computed != null) {
      computed.remove(index);
    }
  }

  /** What was computed was written and has to be read before it is known. */
  void computedWereWritten() {
    if (computed != null && !computed.isEmpty()) {
      Set<Integer> unread = new java.util.HashSet<>(deferred);
      unread.addAll(computed.keySet());
      deferred = Set.copyOf(unread);
      computed = null;
    }
  }

  Map<String, @Nullable Object> annotations() {
    if (annotations == null) {
      annotations = new LinkedHashMap<>();
    }
    return annotations;
  }

  Map<String, Many<?>> related() {
    if (related == null) {
      related = new LinkedHashMap<>();
    }
    return related;
  }

  /** The relations to the rows of the models that its model extends. */
  Map<String, One<?>> parents() {
    if (parents == null) {
      parents = new LinkedHashMap<>();
    }
    return parents;
  }
}
