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

  private final Vendor vendor;
  private final List<Planned> steps = new ArrayList<>();

  private MigrationPlan(Vendor vendor) {
    this.vendor = vendor;
  }

  static MigrationPlan of(Executor executor, List<Step> plan, Connection connection)
      throws SQLException {
    MigrationPlan shown = new MigrationPlan(Vendor.of(connection));
    SqlRunner.Live live = new SqlRunner.Live(connection);
    List<List<String>> statements = executor.statements(plan);
    List<List<String>> losses = executor.losses(plan);
    for (int i = 0; i < plan.size(); i++) {
      List<Statement> costs = new ArrayList<>();
      for (String sql : statements.get(i)) {
        StatementCost cost = StatementCost.of(sql);
        costs.add(new Statement(sql, cost, shown.rows(live, cost.table())));
      }
      shown.steps.add(new Planned(plan.get(i), costs, losses.get(i)));
    }
    return shown;
  }

  /** About how many rows a table has, by the database's statistics; 0 where it keeps none. */
  private long rows(SqlRunner.Live live, String table) {
    if (vendor != Vendor.POSTGRESQL || table.isEmpty()) {
      return 0;
    }
    String name = Literals.sql(vendor, Literals.quote(table));
    List<List<String>> found =
        live.ask(
            "SELECT greatest(reltuples::bigint, 0) FROM pg_class WHERE oid = to_regclass("
                + name
                + ")");
    return found.isEmpty() ? 0 : Long.parseLong(found.getFirst().getFirst());
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
      if (vendor == Vendor.POSTGRESQL) {
        planned.statements.stream()
            .filter(statement -> !statement.cost.lock().isEmpty())
            .forEach(statement -> out.append("\n      ").append(line(statement)));
      }
    }
    return out.toString();
  }

  private static String line(Statement statement) {
    StatementCost cost = statement.cost;
    StringBuilder out = new StringBuilder(statement.sql);
    out.append("\n        lock ").append(cost.lock());
    out.append(cost.blocks().equals("nobody") ? ", nobody waits" : ", " + cost.blocks() + " wait");
    if (cost.rewrites() || cost.reads()) {
      out.append(cost.rewrites() ? ", rewrites " : ", reads ");
      out.append(
          "about %d rows (about %d s)".formatted(statement.rows, statement.rows / ROWS_A_SECOND));
    } else if (cost.blocks().equals("everybody") || cost.blocks().equals("writers")) {
      out.append(" for a moment");
    }
    return out.toString();
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
      one.put("statements", planned.statements.stream().map(this::members).toList());
      all.add(one);
    }
    return Json.write(Map.of("plan", all));
  }

  private Map<String, @Nullable Object> members(Statement statement) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("sql", statement.sql);
    if (vendor == Vendor.POSTGRESQL) {
      members.put("lock", statement.cost.lock());
      members.put("blocks", statement.cost.blocks());
      members.put("rewrites", statement.cost.rewrites());
      members.put("rows", statement.cost.reads() ? statement.rows : 0);
    }
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
