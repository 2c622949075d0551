package io.quintet.orm.internal.inspect;

import io.quintet.orm.internal.schema.Catalogue;
import io.quintet.orm.internal.schema.StoredType;
import io.quintet.orm.internal.schema.Vendor;
import io.quintet.orm.migrations.ColumnType.Simple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Chooses the tables that become models, and their keys; says why others do not. */
final class Tables {
  static final String OTHER_NAME =
      "its name has other characters than letters, digits and underscores, or begins with a digit";

  static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private static final List<String> OWN =
      List.of("quintet_migrations", "quintet_migration_steps", "quintet_backfills");

  private final Snapshot snapshot;
  private final Typing typing;
  private final Selection selection;
  private final Known known;
  private final List<String> remarks;
  private final List<String> ofTheSite = new ArrayList<>();
  private final Map<String, Catalogue.Table> models = new LinkedHashMap<>();
  private final Map<String, Catalogue.Column> keys = new LinkedHashMap<>();
  private final Map<String, PairTables.Pair> pairs = new LinkedHashMap<>();

  Tables(Snapshot snapshot, Selection selection, Known known, List<String> remarks) {
    this.snapshot = snapshot;
    this.typing = new Typing(snapshot);
    this.selection = selection;
    this.known = known;
    this.remarks = remarks;
    snapshot.tables().tables().values().forEach(this::consider);
    if (selection.views()) {
      snapshot.views().tables().values().forEach(this::considerView);
    } else {
      List<String> left =
          snapshot.views().tables().keySet().stream().filter(selection::wants).toList();
      if (!left.isEmpty()) {
        remarks.add(
            "Views are left out: %s. --views brings them.".formatted(String.join(", ", left)));
      }
    }
    if (!ofTheSite.isEmpty()) {
      remarks.addFirst(
          "Left out, for the site has models of these: %s."
              .formatted(String.join(", ", ofTheSite)));
    }
    findPairs();
  }

  /** The tables that become models, by name. */
  Map<String, Catalogue.Table> models() {
    return models;
  }

  /** The column with the key of a table that becomes a model. */
  Catalogue.Column key(String table) {
    Catalogue.Column key = keys.get(table);
    if (key == null) {
      throw new IllegalArgumentException(table + " becomes no model");
    }
    return key;
  }

  /** The tables that become many-to-many relations. */
  Iterable<PairTables.Pair> pairs() {
    return pairs.values();
  }

  /** Whether a foreign key can become a relation. */
  boolean isRelation(Catalogue.ForeignKey key) {
    String column =
        models.containsKey(key.targetTable())
            ? key(key.targetTable()).name()
            : known.keyColumn(key.targetTable());
    return !column.isEmpty() && (key.targetColumn().isEmpty() || key.targetColumn().equals(column));
  }

  /** Whether the database gives out the key of a table, or its file has it by its place. */
  boolean isAuto(Catalogue.Table table) {
    Catalogue.Column key = key(table.name());
    boolean whole =
        typing
            .stored(table, key)
            .map(StoredType::type)
            .filter(
                t -> t == Simple.INTEGER || t == Simple.BIG_INTEGER || t == Simple.SMALL_INTEGER)
            .isPresent();
    boolean place = snapshot.vendor() == Vendor.SQLITE && key.type().equals("integer");
    boolean view = snapshot.isView(table.name()) && key.name().equals("id");
    return whole && (key.counted() || place || view) && !points(table, key);
  }

  private static boolean points(Catalogue.Table table, Catalogue.Column column) {
    return table.foreignKeys().stream().anyMatch(key -> key.column().equals(column.name()));
  }

  private void consider(Catalogue.Table table) {
    String name = table.name();
    if (!selection.wants(name) || OWN.contains(name)) {
      return;
    }
    if (known.has(name)) {
      ofTheSite.add(name);
      return;
    }
    Optional<String> django = DjangoTables.reason(name);
    if (django.isPresent() && !selection.django()) {
      leave(name, django.get() + "; --include-django brings it all the same");
      return;
    }
    if (!NAME.matcher(name).matches()) {
      leave(name, OTHER_NAME);
      return;
    }
    key(table)
        .ifPresent(key -> {
          models.put(name, table);
          keys.put(name, key);
        });
  }

  private Optional<Catalogue.Column> key(Catalogue.Table table) {
    if (table.primaryKey().size() > 1) {
      if (PairTables.of(table).isPresent()) {
        return table.column(table.primaryKey().getFirst());
      }
      leave(
          table.name(),
          "its primary key has several columns (%s). Give it a key of one column and keep these unique together"
              .formatted(String.join(", ", table.primaryKey())));
      return Optional.empty();
    }
    Optional<Catalogue.Column> key =
        table.primaryKey().isEmpty()
            ? substitute(table)
            : table.column(table.primaryKey().getFirst());
    if (table.columns().isEmpty()) {
      leave(table.name(), "it has no columns");
      return key;
    }
    if (key.isEmpty()) {
      leave(table.name(), "it has no primary key. Add one, for example: " + addKey(table.name()));
      return key;
    }
    boolean usable =
        NAME.matcher(key.get().name()).matches()
            && key.get().generated() == null
            && typing.stored(table, key.get()).isPresent();
    if (!usable) {
      leave(
          table.name(),
          "no field can hold its key, \"%s\" of the type %s"
              .formatted(key.get().name(), key.get().type()));
      return Optional.empty();
    }
    return key;
  }

  /** A column that can stand in for a key: unique and never null. */
  private Optional<Catalogue.Column> substitute(Catalogue.Table table) {
    Optional<Catalogue.Column> found =
        table.columns().stream()
            .filter(column -> !column.nullable() && isUnique(table, column.name()))
            .findFirst();
    found.ifPresent(column ->
        remarks.add(
            "%s has no primary key; its unique column \"%s\" stands in for one."
                .formatted(table.name(), column.name())));
    return found;
  }

  static boolean isUnique(Catalogue.Table table, String column) {
    return table.uniques().stream().anyMatch(unique -> unique.columns().equals(List.of(column)))
        || table.indexes().stream()
            .anyMatch(index ->
                index.unique()
                    && IndexParts.of(index).isUsual()
                    && index.columns().equals(List.of(column)));
  }

  private String addKey(String table) {
    return switch (snapshot.vendor()) {
      case POSTGRESQL ->
          "ALTER TABLE %s ADD COLUMN id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY"
              .formatted(table);
      case MARIADB ->
          "ALTER TABLE %s ADD COLUMN id bigint AUTO_INCREMENT PRIMARY KEY".formatted(table);
      case SQLITE -> "a table made anew with id integer PRIMARY KEY AUTOINCREMENT, rows copied";
    };
  }

  private void considerView(Catalogue.Table view) {
    if (!selection.wants(view.name())) {
      return;
    }
    if (known.has(view.name())) {
      ofTheSite.add(view.name());
      return;
    }
    Optional<Catalogue.Column> key =
        view.column("id").or(() -> view.columns().stream().findFirst());
    if (key.filter(column -> typing.stored(view, column).isPresent()).isEmpty()) {
      leave(view.name(), "it is a view without a column that can stand in for a key");
      return;
    }
    models.put(view.name(), view);
    keys.put(view.name(), key.get());
  }

  private void leave(String table, String reason) {
    remarks.add(table + " is left out: " + reason + ".");
  }

  private void findPairs() {
    for (Catalogue.Table table : List.copyOf(models.values())) {
      Optional<PairTables.Pair> pair =
          PairTables.of(table).filter(p -> isSide(p.own()) && isSide(p.other()));
      boolean owned = pair.isPresent() && models.containsKey(pair.get().own().targetTable());
      boolean pointedAt =
          models.values().stream()
              .flatMap(other -> other.foreignKeys().stream())
              .anyMatch(key -> key.targetTable().equals(table.name()));
      if (owned && !pointedAt) {
        models.remove(table.name());
        keys.remove(table.name());
        pairs.put(table.name(), pair.get());
      } else if (table.primaryKey().size() > 1) {
        models.remove(table.name());
        keys.remove(table.name());
        leave(
            table.name(),
            "it holds pairs, but what it points to is not inspected: inspect both sides together");
      }
    }
  }

  private boolean isSide(Catalogue.ForeignKey key) {
    return isRelation(key) && NAME.matcher(key.column()).matches();
  }
}
