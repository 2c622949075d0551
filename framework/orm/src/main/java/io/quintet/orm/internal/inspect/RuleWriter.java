package io.quintet.orm.internal.inspect;

import io.quintet.orm.internal.schema.Catalogue;
import io.quintet.orm.internal.schema.Names;
import io.quintet.orm.internal.schema.Vendor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes what is unique, indexed and checked in a table; what a model cannot say is a comment. */
final class RuleWriter {
  private final Snapshot snapshot;
  private final ClassDraft draft;
  private final Catalogue.Table table;
  private final Set<String> indexedAlone = new HashSet<>();

  RuleWriter(Snapshot snapshot, ClassDraft draft, Catalogue.Table table) {
    this.snapshot = snapshot;
    this.draft = draft;
    this.table = table;
  }

  void write() {
    table.uniques().forEach(unique -> unique(unique.name(), unique.columns()));
    table.indexes().stream().filter(Catalogue.Index::unique).forEach(this::uniqueIndex);
    table.indexes().stream().filter(index -> !index.unique()).forEach(this::index);
    table.checks().forEach(this::check);
    snapshot
        .columnChecks()
        .forEach((place, condition) -> {
          String column = place.substring(place.indexOf('.') + 1);
          if (place.equals(table.name() + "." + column)
              && !CheckTexts.saysJson(condition, column)) {
            kept("the check of the column \"" + column + "\": " + condition);
          }
        });
    table.others().forEach(this::kept);
  }

  private void unique(String name, List<String> columns) {
    if (columns.size() == 1 && isSaidByField(columns.getFirst())) {
      return;
    }
    fields(columns)
        .ifPresentOrElse(
            fields ->
                draft.annotate(
                    "UniqueTogether",
                    (name.isEmpty() ? "" : "value = ") + list(fields) + named(name)),
            () -> kept("that these are unique together: " + String.join(", ", columns)));
  }

  private boolean isSaidByField(String column) {
    return draft.fieldOfColumn.containsKey(column);
  }

  private void uniqueIndex(Catalogue.Index index) {
    IndexParts parts = IndexParts.of(index);
    boolean descending = parts.parts().stream().anyMatch(part -> part.startsWith("-"));
    if (parts.isUsual() && !descending) {
      unique(index.name(), parts.parts());
      return;
    }
    if (!parts.method().equals("btree") || descending || unread(parts)) {
      kept(index.definition());
      return;
    }
    String where = parts.where().isEmpty() ? "" : ", where = " + Literals.java(parts.where());
    if (parts.plain()) {
      fields(parts.parts())
          .ifPresentOrElse(
              fields ->
                  draft.annotate(
                      "UniqueTogether", "value = " + list(fields) + where + named(index.name())),
              () -> kept(index.definition()));
    } else {
      draft.annotate(
          "UniqueTogether", "expressions = " + list(parts.parts()) + where + named(index.name()));
    }
  }

  /** Whether the statement has words behind the parts that are no condition. */
  private static boolean unread(IndexParts parts) {
    return !parts.plain() && parts.parts().stream().allMatch(part -> part.matches("-?\\w+"));
  }

  private void index(Catalogue.Index index) {
    IndexParts parts = IndexParts.of(index);
    if (parts.isForLike()) {
      return;
    }
    if (!parts.isUsual()) {
      kept(index.definition());
      return;
    }
    String column = parts.parts().getFirst();
    boolean alone = parts.parts().size() == 1 && !column.startsWith("-");
    if (alone && isImplied(column) && indexedAlone.add(column)) {
      return;
    }
    boolean usual =
        alone
            && index.name().equals(Names.columnIndex(table.name(), column))
            && draft.fieldOfColumn.containsKey(column)
            && indexedAlone.add(column);
    if (usual) {
      String name = draft.fieldOfColumn.get(column);
      draft.fields.stream()
          .filter(field -> field.name.equals(name))
          .forEach(field -> field.annotate("Index", ""));
      return;
    }
    fields(parts.parts())
        .ifPresentOrElse(
            fields -> draft.annotate("Index", "value = " + list(fields) + named(index.name())),
            () -> kept(index.definition()));
  }

  /** Whether the field says by itself that its column has an index: a foreign key does. */
  private boolean isImplied(String column) {
    String name = draft.fieldOfColumn.get(column);
    return draft.fields.stream()
        .anyMatch(field -> field.name.equals(name) && field.type.contains(" One<"));
  }

  private void check(Catalogue.Check check) {
    String condition = CheckTexts.condition(snapshot.vendor(), check);
    boolean json =
        snapshot.vendor() == Vendor.SQLITE
            && table.columns().stream()
                .anyMatch(column -> CheckTexts.saysJson(condition, column.name()));
    if (!json) {
      draft.annotate(
          "Check",
          check.name().isEmpty()
              ? Literals.java(condition)
              : "value = " + Literals.java(condition) + named(check.name()));
    }
  }

  private void kept(String what) {
    draft.comments.add("The database keeps, and the model does not say: " + what);
  }

  /** The fields of columns; empty when one has none. */
  private Optional<List<String>> fields(List<String> columns) {
    List<String> fields = new ArrayList<>();
    for (String column : columns) {
      boolean descending = column.startsWith("-");
      String field = draft.fieldOfColumn.get(descending ? column.substring(1) : column);
      if (field == null) {
        return Optional.empty();
      }
      fields.add((descending ? "-" : "") + field);
    }
    return Optional.of(fields);
  }

  private static String list(List<String> texts) {
    String joined = String.join(", ", texts.stream().map(Literals::java).toList());
    return texts.size() == 1 ? joined : "{" + joined + "}";
  }

  private static String named(String name) {
    return name.isEmpty() ? "" : ", name = " + Literals.java(name);
  }
}
