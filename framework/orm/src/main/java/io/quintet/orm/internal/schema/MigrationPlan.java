package io.quintet.orm.internal.schema;

import io.quintet.core.json.Json;
import io.quintet.orm.internal.schema.Executor.Step;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.MigrationSignals.Migrated;
import io.quintet.orm.migrations.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What migrate would do, with what it asks of the database, for people and for programs. */
final class MigrationPlan {
  private static final long ROWS_A_SECOND = 500_000;

  private record Statement(String sql, StatementCost cost, long rows) {}

  private record Planned(Step step, List<Statement> statements, List<String> losses) {}

  private final List<Planned> steps = new ArrayList<>();

  private MigrationPlan() {}

  static MigrationPlan of(Executor executor, List<Step> plan, Connection connection)
      throws SQLException {
    MigrationPlan shown = new MigrationPlan();
    TableSizes sizes = new TableSizes(Vendor.of(connection), new SqlRunner.Live(connection));
    List<List<String>> statements = executor.statements(plan);
    List<List<String>> losses = executor.losses(plan);
    List<StatementCost> costs =
        StatementCost.of(
            DatabaseVersion.of(connection), statements.stream().flatMap(List::stream).toList());
    int at = 0;
    for (int i = 0; i < plan.size(); i++) {
      List<Statement> own = new ArrayList<>();
      for (String sql : statements.get(i)) {
        StatementCost cost = costs.get(at++);
        own.add(new Statement(sql, cost, cost.reads() ? sizes.rows(cost.table()) : 0));
      }
      shown.steps.add(new Planned(plan.get(i), own, losses.get(i)));
    }
    return shown;
  }

  String text() {
    if (steps.isEmpty()) {
      return "Nothing to migrate: the database is up to date.";
    }
    StringBuilder out = new StringBuilder("What 'migrate' would do:");
    for (Planned planned : steps) {
      boolean backward = planned.step.backward();
      out.append(backward ? "\n  take back " : "\n  apply ").append(id(planned));
      List<Operation> operations = planned.step.migration().operations();
      for (Operation operation : backward ? operations.reversed() : operations) {
        out.append("\n    ").append(backward ? "undo: " : "").append(operation.describe());
      }
      planned.losses.forEach(loss -> out.append("\n    ! deletes for good ").append(loss));
      planned.statements.stream()
          .filter(statement -> !statement.cost.lock().isEmpty())
          .forEach(statement -> out.append("\n      ").append(line(statement)));
    }
    return out.toString();
  }

  private static String line(Statement statement) {
    StatementCost cost = statement.cost;
    StringBuilder out = new StringBuilder(statement.sql);
    out.append("\n        ")
        .append(cost.lock().contains("LOCK=") ? "" : "lock ")
        .append(cost.lock());
    out.append(", ")
        .append(cost.blocks())
        .append(cost.blocks().equals("writers") ? " wait" : " waits");
    if (cost.rewrites() || cost.reads()) {
      out.append(cost.rewrites() ? ", rewrites " : ", reads ");
      out.append("about %d rows (%s)".formatted(statement.rows, time(statement.rows)));
    } else if (!cost.blocks().equals("nobody")) {
      out.append(" for a moment");
    }
    return out.toString();
  }

  private static String time(long rows) {
    long seconds = rows / ROWS_A_SECOND;
    return seconds == 0 ? "less than 1 s" : "about " + seconds + " s";
  }

  String json() {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (Planned planned : steps) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      MigrationId id = id(planned);
      one.put("app", id.app());
      one.put("name", id.name());
      one.put("backward", planned.step.backward());
      one.put(
          "operations",
          planned.step.migration().operations().stream().map(Operation::describe).toList());
      one.put("losses", planned.losses);
      one.put("statements", planned.statements.stream().map(MigrationPlan::members).toList());
      all.add(one);
    }
    return Json.write(Map.of("plan", all));
  }

  private static Map<String, @Nullable Object> members(Statement statement) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("sql", statement.sql);
    members.put("lock", statement.cost.lock());
    members.put("blocks", statement.cost.blocks());
    members.put("rewrites", statement.cost.rewrites());
    members.put("rows", statement.rows);
    return members;
  }

  private static MigrationId id(Planned planned) {
    return planned.step.migration().migrationId();
  }

  /** What was done. */
  static String json(Migrated done) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("applied", done.applied().stream().map(MigrationId::toString).toList());
    members.put("takenBack", done.takenBack().stream().map(MigrationId::toString).toList());
    return Json.write(members);
  }
}
