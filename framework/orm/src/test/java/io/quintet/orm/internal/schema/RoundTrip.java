package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import io.quintet.orm.migrations.FieldState;
import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.Operation;
import io.quintet.orm.migrations.ProjectState;
import io.quintet.orm.migrations.Questioner;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From one state to another and back, with rows: what the database then holds must be what it holds
 * when the states are made afresh.
 */
final class RoundTrip {
  private static final int ROWS = 3;
  private static final int FRAMES = 8;

  private final Vendor vendor;
  private final ProjectState from;
  private final ProjectState to;
  private boolean refused;

  RoundTrip(Vendor vendor, ProjectState from, ProjectState to) {
    this.vendor = vendor;
    this.from = from;
    this.to = to;
  }

  /** Whether values would have had to be made up, and the change was refused for that. */
  boolean wasRefused() {
    return refused;
  }

  /** What is wrong; empty when nothing is. */
  Optional<String> problem() {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      List<Migration> history = new ArrayList<>();
      step(db, history, from);
      insertRows(db);
      Map<String, String> rows = rows(db, from);
      List<Operation> operations = step(db, history, to);
      Optional<String> wrong = compare("after the change", catalogue(db), fresh(to));
      if (wrong.isPresent()) {
        return wrong.map(text -> text + "\n" + operations);
      }
      if (history.size() > 1) {
        executor(db, history, executor -> executor.planTo(history.getFirst().migrationId()));
      }
      return compare("taken back", catalogue(db), fresh(from))
          .or(() -> kept(rows, rows(db, from)))
          .map(text -> text + "\n" + operations);
    } catch (MigrationException e) {
      // Values of a mandatory column that is gone cannot be made up when it comes back.
      refused =
          e.getMessage().contains("Say what they get")
              || e.getMessage().contains("would all get the same value");
      return refused ? Optional.empty() : problem(e);
    } catch (RuntimeException e) {
      return problem(e);
    }
  }

  private static Optional<String> problem(RuntimeException e) {
    return Optional.of(
        e
            + Stream.of(e.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n  at " + frame)
                .collect(Collectors.joining()));
  }

  private List<Operation> step(TestDatabase db, List<Migration> history, ProjectState target) {
    List<PlannedMigration> planned =
        ChangeFinder.find(
            MigrationGraph.of(history),
            target,
            new Answers(),
            (_, _) -> new NewValue.Unknown(),
            null);
    List<Operation> operations = new ArrayList<>();
    for (PlannedMigration one : planned) {
      operations.addAll(one.operations());
      history.add(
          new Migration(one.id().app(), one.id().name()) {
            {
              one.dependencies().forEach(need -> dependsOn(need.app(), need.name()));
              operations(one.operations().toArray(Operation[]::new));
            }
          });
    }
    executor(db, history, executor -> executor.planAll(List.of("blog")));
    return operations;
  }

  private static void executor(
      TestDatabase db,
      List<Migration> history,
      java.util.function.Function<Executor, List<Executor.Step>> plan) {
    Executor executor = new Executor(MigrationGraph.of(history), db.connection(), History.CLOCK);
    executor.run(() -> plan.apply(executor), false, Executor.SILENT);
  }

  private List<String> catalogue(TestDatabase db) {
    return Catalogue.read(vendor, new SqlRunner.Live(db.connection())).lines().stream()
        .filter(line -> !line.startsWith(BrokenOff.TABLE))
        .filter(line -> !line.startsWith(Recorder.TABLE))
        .toList();
  }

  private List<String> fresh(ProjectState state) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      step(db, new ArrayList<>(), state);
      return catalogue(db);
    }
  }

  private static Optional<String> compare(String when, List<String> found, List<String> wanted) {
    List<String> missing = new ArrayList<>(wanted);
    missing.removeAll(found);
    List<String> more = new ArrayList<>(found);
    more.removeAll(wanted);
    return missing.isEmpty() && more.isEmpty()
        ? Optional.empty()
        : Optional.of(when + " missing " + missing + ", too much " + more);
  }

  /** Rows of models that were there throughout, as far as their columns were. */
  private Optional<String> kept(Map<String, String> before, Map<String, String> after) {
    return before.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(after.get(entry.getKey())))
        .map(entry ->
            entry.getKey() + " was " + entry.getValue() + " and is " + after.get(entry.getKey()))
        .findFirst();
  }

  private Map<String, String> rows(TestDatabase db, ProjectState state) {
    Map<String, String> rows = new TreeMap<>();
    for (ModelState model : state.models()) {
      if (to.find(model.name()).isEmpty()) {
        continue;
      }
      RowStore store = new RowStore(db.connection(), state, model);
      for (Map<String, @Nullable Object> row : store.after(null, 100)) {
        for (FieldState field : model.fields()) {
          boolean stays =
              field instanceof ColumnState column
                  && !column.isNullable()
                  && column.databaseDefault() == null;
          if (stays) {
            rows.put(
                model.name() + "." + row.get("id") + "." + field.name(),
                String.valueOf(row.get(field.name())));
          }
        }
      }
    }
    return rows;
  }

  private void insertRows(TestDatabase db) {
    switch (vendor) {
      case SQLITE -> db.run("PRAGMA foreign_keys = OFF");
      case POSTGRESQL -> {
        db.run("BEGIN");
        db.run("SET CONSTRAINTS ALL DEFERRED");
      }
      case MARIADB -> db.run("SET foreign_key_checks = 0");
    }
    for (ModelState model : from.models()) {
      RowStore store = new RowStore(db.connection(), from, model);
      for (int i = 1; i <= ROWS; i++) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (ColumnState column : model.columns()) {
          boolean empty =
              column.isNullable() && i == ROWS && !(column.type() instanceof ColumnType.ForeignKey);
          values.put(column.name(), empty ? null : value(from.storedType(column), i));
        }
        store.insert(values);
      }
    }
    db.run(
        switch (vendor) {
          case SQLITE -> "PRAGMA foreign_keys = ON";
          case POSTGRESQL -> "COMMIT";
          case MARIADB -> "SET foreign_key_checks = 1";
        });
  }

  private static Object value(ColumnType type, int i) {
    return switch (type) {
      case ColumnType.Decimal _ -> BigDecimal.valueOf(i);
      case ColumnType.Varchar _ -> String.valueOf(i);
      case Simple simple ->
          switch (simple) {
            case TEXT -> String.valueOf(i);
            case BOOLEAN -> i % 2 == 0;
            case DATE -> LocalDate.of(2024, 2, i);
            case TIMESTAMP -> Instant.parse("2024-02-0" + i + "T10:00:00Z");
            case UUID -> new UUID(7, i);
            case JSON -> "{\"a\": " + i + "}";
            case REAL -> (double) i;
            default -> (long) i;
          };
      case ColumnType.ForeignKey _ -> (long) i;
      case ColumnType.Array(ColumnType element) -> List.of(value(element, i));
    };
  }

  private record Answers() implements Questioner {
    @Override
    public boolean wasRenamed(ModelName from, ModelName to) {
      return true;
    }

    @Override
    public boolean wasMoved(ModelName from, ModelName to) {
      return true;
    }

    @Override
    public boolean wasRenamed(ModelName model, FieldState from, FieldState to) {
      return true;
    }

    @Override
    public Object valueForExistingRows(ModelName model, ColumnState field) {
      return value(field.type(), 1);
    }

    @Override
    public Object momentForExistingRows(ModelName model, ColumnState field, Object now) {
      return now;
    }

    @Override
    public void confirmOneValueForUnique(ModelName model, ColumnState field) {}

    @Override
    public Optional<Object> valueForNulls(ModelName model, ColumnState field) {
      return Optional.of(value(field.type(), 9));
    }
  }
}
