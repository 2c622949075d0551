package io.quintet.orm.internal.inspect;

import io.quintet.orm.internal.inspect.RelationDraft.Target;
import io.quintet.orm.internal.schema.Catalogue;
import io.quintet.orm.internal.schema.Names;
import io.quintet.orm.internal.schema.StoredType;
import io.quintet.orm.internal.schema.Vendor;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the columns of a table as fields; a column without a field becomes a comment. */
final class FieldWriter {
  private final Inspector inspector;
  private final Snapshot snapshot;
  private final Tables tables;
  private final Typing typing;

  FieldWriter(Inspector inspector, Snapshot snapshot, Tables tables) {
    this.inspector = inspector;
    this.snapshot = snapshot;
    this.tables = tables;
    this.typing = new Typing(snapshot);
  }

  void write(ClassDraft draft, Catalogue.Table table) {
    Catalogue.Column key = tables.key(table.name());
    for (Catalogue.Column column : table.columns()) {
      boolean isKey = column.name().equals(key.name());
      if (isKey && tables.isAuto(table)) {
        autoKey(draft, table, column);
      } else if (!Tables.NAME.matcher(column.name()).matches()) {
        leave(draft, column, Tables.OTHER_NAME);
      } else if (column.generated() != null) {
        leave(draft, column, "the database computes it: " + column.generated());
      } else {
        column(draft, table, column, isKey);
      }
    }
  }

  private void autoKey(ClassDraft draft, Catalogue.Table table, Catalogue.Column column) {
    draft.fieldOfColumn.put(column.name(), "id");
    StoredType stored = typing.stored(table, column).orElseThrow();
    boolean wide =
        stored.type() == Simple.BIG_INTEGER
            || (snapshot.vendor() == Vendor.SQLITE && !isNarrowlyPointedAt(table));
    List<String> arguments = new ArrayList<>();
    if (!column.name().equals("id")) {
      arguments.add("column = " + Literals.java(column.name()));
    }
    if (!wide) {
      arguments.add("bits = 32");
    }
    if (!arguments.isEmpty()) {
      draft.annotate("AutoKey", String.join(", ", arguments));
    }
    if (!stored.difference().isEmpty() || stored.type() == Simple.SMALL_INTEGER) {
      draft.comments.add(
          "Of the key \"%s\", %s in the database, the model does not say: %s."
              .formatted(
                  column.name(),
                  column.type(),
                  stored.difference().isEmpty() ? "it has 16 bits" : stored.difference()));
    }
    if (!column.comment().isEmpty()) {
      draft.doc.add("<p>The key: " + SourceText.words(column.comment()));
    }
  }

  /** SQLite has one kind of key; what points to it tells how wide it was meant to be. */
  private boolean isNarrowlyPointedAt(Catalogue.Table table) {
    return snapshot.tables().tables().values().stream()
        .flatMap(other ->
            other.foreignKeys().stream()
                .filter(key -> key.targetTable().equals(table.name()))
                .flatMap(key -> other.column(key.column()).stream()))
        .anyMatch(column -> column.type().equals("integer"));
  }

  private void column(
      ClassDraft draft, Catalogue.Table table, Catalogue.Column column, boolean key) {
    List<Catalogue.ForeignKey> pointers =
        table.foreignKeys().stream().filter(fk -> fk.column().equals(column.name())).toList();
    Optional<Catalogue.ForeignKey> relation =
        pointers.stream().filter(tables::isRelation).findFirst();
    if (relation.isPresent()) {
      relation(draft, table, column, relation.get(), key);
      return;
    }
    FieldDraft field = new FieldDraft(free(draft, JavaNames.field(column.name()), key));
    if (!typed(draft, table, column, key, field)) {
      leave(
          draft,
          column,
          column.type().isEmpty()
              ? "its type is not said"
              : "no field can hold the type " + column.type());
      return;
    }
    pointers.forEach(pointer -> field.comments.add(unrelated(pointer)));
    finish(draft, table, column, key, field, new ColumnType.Varchar(1));
    if (Tables.isUnique(table, column.name()) && !key) {
      field.annotate("Unique", "");
    }
    draft.fields.add(field);
  }

  private static String unrelated(Catalogue.ForeignKey pointer) {
    return "Points to %s%s, which is no key of a model here: the foreign key stays in the database, the model does not know it."
        .formatted(
            pointer.targetTable(),
            pointer.targetColumn().isEmpty() ? "" : "." + pointer.targetColumn());
  }

  private static String free(ClassDraft draft, String wanted, boolean key) {
    String name = wanted.equals("id") && !key ? "idValue" : wanted;
    return JavaNames.free(name, draft::hasField);
  }

  private boolean typed(
      ClassDraft draft,
      Catalogue.Table table,
      Catalogue.Column column,
      boolean key,
      FieldDraft field) {
    Optional<List<String>> texts = typing.databaseEnum(column);
    if (texts.isPresent() && !key) {
      EnumDraft type =
          snapshot.vendor() == Vendor.POSTGRESQL
              ? inspector.sharedEnum(column.type(), texts.get())
              : ownEnum(draft, column, texts.get());
      typing.writeEnum(field, type, Math.max(32, type.longest()), column);
      field.comments.add(
          "In the database it is %s: a new constant has to be added there too."
              .formatted(
                  snapshot.vendor() == Vendor.POSTGRESQL
                      ? "the enum type " + column.type()
                      : column.type()));
      return true;
    }
    Optional<StoredType> stored = typing.stored(table, column);
    if (stored.isEmpty()) {
      return false;
    }
    Optional<List<String>> listed = key ? Optional.empty() : listed(table, column);
    if (listed.isPresent() && stored.get().type() instanceof ColumnType.Varchar(int length)) {
      EnumDraft type = ownEnum(draft, column, listed.get());
      typing.writeEnum(field, type, Math.max(length, type.longest()), column);
    } else {
      typing.write(field, stored.get().type(), column, key);
    }
    if (!stored.get().difference().isEmpty()) {
      field.comments.add(
          "In the database it is %s; the model does not say that %s."
              .formatted(column.type(), stored.get().difference()));
    }
    if (snapshot.onUpdate().contains(table.name() + "." + column.name())) {
      field.comments.add("The database fills it at each update; the model does not say so.");
    }
    return true;
  }

  private EnumDraft ownEnum(ClassDraft draft, Catalogue.Column column, List<String> texts) {
    String name =
        JavaNames.free(
            JavaNames.enumType(column.name(), draft.name),
            wanted -> draft.enums.stream().anyMatch(each -> each.name().equals(wanted)));
    EnumDraft made = EnumDraft.of(name, texts);
    draft.enums.add(made);
    return made;
  }

  /** The texts that a check allows in a column. */
  private Optional<List<String>> listed(Catalogue.Table table, Catalogue.Column column) {
    List<String> conditions =
        new ArrayList<>(
            table.checks().stream()
                .map(check -> CheckTexts.condition(snapshot.vendor(), check))
                .toList());
    String own = snapshot.columnChecks().get(table.name() + "." + column.name());
    if (own != null) {
      conditions.add(own);
    }
    return conditions.stream()
        .flatMap(condition -> CheckTexts.choices(condition).stream())
        .filter(choices -> choices.column().equals(column.name()))
        .map(CheckTexts.Choices::texts)
        .findFirst();
  }

  private void relation(
      ClassDraft draft,
      Catalogue.Table table,
      Catalogue.Column column,
      Catalogue.ForeignKey pointer,
      boolean key) {
    boolean once = key || Tables.isUnique(table, column.name());
    String bare =
        column.name().toLowerCase(Locale.ROOT).endsWith("_id") && column.name().length() > 3
            ? column.name().substring(0, column.name().length() - 3)
            : column.name();
    FieldDraft field = new FieldDraft(free(draft, JavaNames.relation(JavaNames.field(bare)), key));
    Target target = inspector.target(pointer.targetTable());
    List<String> arguments = new ArrayList<>();
    arguments.add("onDelete = OnDelete." + onDelete(pointer, column, field));
    field.imports.add("io.quintet.orm.annotation.OnDelete");
    if (!once && !hasOwnIndex(table, column.name())) {
      arguments.add("index = false");
    }
    field.imports.add("io.quintet.orm.One");
    field.imports.add(target.qualified());
    boolean nullable = column.nullable() && !key;
    if (nullable) {
      field.imports.add("org.jspecify.annotations.Nullable");
    }
    field.type = "public final One<" + (nullable ? "@Nullable " : "") + target.name() + ">";
    field.value = "one()";
    String sql = column.defaultSql();
    if (sql != null) {
      field.annotate("Default", Literals.java(sql));
    }
    finish(draft, table, column, key, field, FOREIGN);
    draft.fields.add(field);
    inspector.add(
        new RelationDraft(draft, field, target, once ? "OneToOne" : "ForeignKey", arguments));
  }

  static final ColumnType FOREIGN =
      new ColumnType.ForeignKey(
          new io.quintet.orm.migrations.ModelName("any", "Any"),
          io.quintet.orm.annotation.OnDelete.CASCADE,
          true);

  /** What the column and its comment are called, and whether it is the key. */
  private static void finish(
      ClassDraft draft,
      Catalogue.Table table,
      Catalogue.Column column,
      boolean key,
      FieldDraft field,
      ColumnType type) {
    draft.fieldOfColumn.put(column.name(), field.name);
    if (key) {
      field.annotate("PrimaryKey", "");
      if (table.primaryKey().isEmpty()) {
        field.comments.add("The database has no primary key; is this different in every row?");
      }
    }
    if (!Names.column(field.name, type).equals(column.name())) {
      field.annotate("Column", Literals.java(column.name()));
    }
    if (!column.comment().isEmpty()) {
      field.doc.add(SourceText.words(column.comment()));
    }
  }

  private static String onDelete(
      Catalogue.ForeignKey pointer, Catalogue.Column column, FieldDraft field) {
    return switch (pointer.onDelete().toUpperCase(Locale.ROOT)) {
      case "CASCADE" -> "CASCADE";
      case "SET NULL" -> column.nullable() ? "SET_NULL" : "DO_NOTHING";
      case "SET DEFAULT" -> {
        field.comments.add("The database sets its default when the row it points to goes.");
        yield "DO_NOTHING";
      }
      default -> "PROTECT";
    };
  }

  static boolean hasOwnIndex(Catalogue.Table table, String column) {
    return table.indexes().stream()
        .anyMatch(index -> {
          IndexParts parts = IndexParts.of(index);
          return parts.isUsual() && parts.parts().equals(List.of(column));
        });
  }

  private static void leave(ClassDraft draft, Catalogue.Column column, String reason) {
    String needed =
        !column.nullable() && column.defaultSql() == null && column.generated() == null
            ? " It is mandatory and has no default, so new rows cannot be saved: give it a default in the database."
            : "";
    draft.comments.add(
        "Not modelled: column \"%s\", %s.%s".formatted(column.name(), reason, needed));
  }
}
