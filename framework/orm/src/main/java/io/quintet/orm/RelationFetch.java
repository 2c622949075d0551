package io.quintet.orm;

import io.quintet.orm.internal.sql.Compiler;
import io.quintet.orm.internal.sql.Query;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.meta.RelationMeta;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Loads relations that a query did not fetch, for all rows of its result. */
final class RelationFetch {
  /** How many keys go into one statement. */
  private static final int CHUNK = 1000;

  private RelationFetch() {}

  /** Keys in as many parts as statements can take; none for no keys. */
  static <K extends @Nullable Object> List<List<K>> chunks(List<K> keys) {
    List<List<K>> chunks = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += CHUNK) {
      chunks.add(keys.subList(from, Math.min(keys.size(), from + CHUNK)));
    }
    return chunks;
  }

  /** Loads the row that a foreign key points to. */
  static void one(Entity owner, RelationMeta relation, One<?> one) {
    List<Entity> owners = sharing(owner, relation.toString());
    fetchOnes(owners, relation, null, owner.state().alias);
    if (!one.isLoaded()) {
      throw new DoesNotExist(
          "%s points to a %s that does not exist any more."
              .formatted(relation, relation.target().label()));
    }
  }

  /** Loads the rows of a relation to many. */
  static void many(Entity owner, RelationMeta relation, boolean reverse) {
    String name =
        reverse ? relation.target().label() + "." + relation.relatedName() : relation.toString();
    fetchManys(sharing(owner, name), relation, reverse, null, owner.state().alias);
  }

  static List<Entity> sharing(Entity owner, String what) {
    Peers peers = owner.state().peers;
    if (peers == null) {
      return List.of(owner);
    }
    return switch (peers.mode) {
      case ONE -> List.of(owner);
      case PEERS -> peers.rows;
      case RAISE ->
          throw new NotFetchedException(
              what
                  + " was not fetched, and the query says fetchMode(RAISE). Add it to selectRelated or prefetchRelated.");
    };
  }

  @SuppressWarnings("unchecked") // an entity is of the model that its class names
  static One<?> oneOf(Entity owner, RelationMeta relation) {
    return ((ModelMeta<Entity>) relation.model()).one(owner, relation.name());
  }

  @SuppressWarnings("unchecked") // an entity is of the model that its class names
  static Many<?> manyOf(Entity owner, RelationMeta relation, boolean reverse) {
    return reverse
        ? owner.related(relation)
        : ((ModelMeta<Entity>) relation.model()).many(owner, relation.name());
  }

  private static void fetchOnes(
      List<Entity> owners, RelationMeta relation, @Nullable QuerySet<?> base, String alias) {
    Map<Object, List<One<?>>> waiting = new LinkedHashMap<>();
    for (Entity owner : owners) {
      One<?> one = oneOf(owner, relation);
      if (!one.isLoaded()) {
        waiting.computeIfAbsent(Objects.requireNonNull(one.key()), k -> new ArrayList<>()).add(one);
      }
    }
    QuerySet<?> source =
        base != null
            ? base
            : start(QuerySet.of(relation.target().type()).withDeleted(), alias, owners);
    List<Object> keys = new ArrayList<>(waiting.keySet());
    for (List<Object> chunk : chunks(keys)) {
      for (Entity found : source.unordered().filter("pk__in", chunk).list()) {
        waiting.getOrDefault(found.key(), List.of()).forEach(one -> one.fill(found));
      }
    }
  }

  static QuerySet<?> start(QuerySet<?> rows, String alias, List<Entity> owners) {
    Peers peers = owners.getFirst().state().peers;
    return rows.using(Routing.related(rows.model(), Models.of(owners.getFirst()), alias))
        .fetchMode(peers == null ? FetchMode.PEERS : peers.mode);
  }

  private static void fetchManys(
      List<Entity> owners,
      RelationMeta relation,
      boolean reverse,
      @Nullable QuerySet<?> base,
      String alias) {
    Map<Object, List<Many<?>>> waiting = new LinkedHashMap<>();
    for (Entity owner : owners) {
      Many<?> many = manyOf(owner, relation, reverse);
      if (owner.isSaved() && !many.isLoaded()) {
        waiting
            .computeIfAbsent(Objects.requireNonNull(owner.key()), k -> new ArrayList<>())
            .add(many);
      }
    }
    ModelMeta<?> target = reverse ? relation.model() : relation.target();
    QuerySet<?> source = base != null ? base : start(target.manager().all(), alias, owners);
    List<Object> keys = new ArrayList<>(waiting.keySet());
    Map<Object, List<Entity>> found = new HashMap<>();
    for (List<Object> chunk : chunks(keys)) {
      Query.Owned owned = new Query.Owned(relation, reverse, List.copyOf(chunk));
      collect(source.ownedBy(owned), owned.keys(), found);
    }
    waiting.forEach((key, manys) -> manys.forEach(m -> m.fill(found.getOrDefault(key, List.of()))));
    if (reverse && !relation.isManyToMany()) {
      linkBack(owners, relation, found);
    }
  }

  static <M extends Entity> void collect(
      QuerySet<M> rows, List<Object> keys, Map<Object, List<Entity>> found) {
    EntityLoader.Loaded<M> loaded = rows.loadOwned();
    for (int i = 0; i < loaded.entities().size(); i++) {
      Object owner = loaded.owners().isEmpty() ? keys.getFirst() : loaded.owners().get(i);
      found.computeIfAbsent(owner, k -> new ArrayList<>()).add(loaded.entities().get(i));
    }
  }

  /** Rows that point to an owner know it without asking. */
  private static void linkBack(
      List<Entity> owners, RelationMeta relation, Map<Object, List<Entity>> found) {
    for (Entity owner : owners) {
      for (Entity row :
          found.getOrDefault(Objects.requireNonNullElse(owner.key(), ""), List.of())) {
        oneOf(row, relation).fill(owner);
      }
    }
  }

  /** Puts a row that came in the same statement into its place. */
  static void put(Entity parent, Compiler.Related related, @Nullable Entity found) {
    if (related.isReverse()) {
      manyOf(parent, related.relation(), true).fill(found == null ? List.of() : List.of(found));
      if (found != null) {
        oneOf(found, related.relation()).fill(parent);
      }
    } else if (found != null) {
      oneOf(parent, related.relation()).fill(found);
    }
  }

  /** Loads relations along paths for rows that were just read. */
  static void prefetch(List<? extends Entity> rows, List<Prefetch> prefetches, String alias) {
    Set<List<String>> seen = new java.util.HashSet<>();
    for (Prefetch prefetch : prefetches) {
      List<? extends Entity> level = rows;
      List<String> path = prefetch.path();
      if (prefetch.rows() != null && prefetch.name().isEmpty() && seen.contains(path)) {
        throw new QueryException(
            "\"%s\" is prefetched already, with other rows. Prefetch it once, or give one of them a name with as(...)."
                .formatted(String.join("__", path)));
      }
      for (int i = 0; i < path.size() && !level.isEmpty(); i++) {
        boolean last = i == path.size() - 1;
        if (!last || prefetch.name().isEmpty()) {
          seen.add(path.subList(0, i + 1));
          level = step(level, path.get(i), last ? prefetch.rows() : null, alias);
        } else {
          NamedFetch.fetch(List.copyOf(level), path.get(i), prefetch, alias);
        }
      }
    }
  }

  private static List<Entity> step(
      List<? extends Entity> rows, String name, @Nullable QuerySet<?> base, String alias) {
    ModelMeta<?> model = Models.of(rows.getFirst());
    List<Entity> owners = List.copyOf(rows);
    if (NamedFetch.isName(owners.getFirst(), name)) {
      return NamedFetch.rows(owners, name);
    }
    Optional<RelationMeta> forward = model.findRelation(name);
    Set<Entity> next = Collections.newSetFromMap(new IdentityHashMap<>());
    if (forward.isPresent() && !forward.get().isManyToMany()) {
      fetchOnes(owners, forward.get(), base, alias);
      for (Entity owner : owners) {
        Entity loaded = oneOf(owner, forward.get()).loaded();
        if (loaded != null) {
          next.add(loaded);
        }
      }
    } else {
      boolean reverse = forward.isEmpty();
      RelationMeta relation =
          forward.or(() -> model.findReverse(name)).orElseThrow(() -> unknown(model, name));
      fetchManys(owners, relation, reverse, base, alias);
      owners.forEach(o -> next.addAll(manyOf(o, relation, reverse).list()));
    }
    return List.copyOf(next);
  }

  static QueryException unknown(ModelMeta<?> model, String name) {
    List<String> known = new ArrayList<>();
    model.relations().forEach(r -> known.add(r.name()));
    model.reverseRelations().forEach(r -> known.add(r.relatedName()));
    return new QueryException(
        "%s has no relation \"%s\" to prefetch. It has: %s."
            .formatted(model.label(), name, String.join(", ", known)));
  }
}
