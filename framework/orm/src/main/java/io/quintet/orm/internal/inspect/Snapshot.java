package io.quintet.orm.internal.inspect;

import io.quintet.orm.internal.schema.Catalogue;
import io.quintet.orm.internal.schema.SqlRunner;
import io.quintet.orm.internal.schema.Vendor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is read of a database: its catalogue, and what only models need.
 *
 * @param enums of PostgreSQL: the texts of each type, by its name
 * @param domains of PostgreSQL: the type below each domain, by its name
 * @param columnChecks of MariaDB: checks that belong to a column, by table and column
 * @param onUpdate of MariaDB: columns that the database fills at each update, as table.column
 */
record Snapshot(
    Vendor vendor,
    SqlRunner runner,
    Catalogue tables,
    Catalogue views,
    Map<String, List<String>> enums,
    Map<String, String> domains,
    Map<String, String> columnChecks,
    List<String> onUpdate) {

  static Snapshot read(Vendor vendor, SqlRunner runner) {
    boolean postgres = vendor == Vendor.POSTGRESQL;
    boolean maria = vendor == Vendor.MARIADB;
    return new Snapshot(
        vendor,
        runner,
        Catalogue.read(vendor, runner),
        Catalogue.readViews(vendor, runner),
        postgres ? enums(runner) : Map.of(),
        postgres ? domains(runner) : Map.of(),
        maria ? columnChecks(runner) : Map.of(),
        maria ? onUpdate(runner) : List.of());
  }

  private static Map<String, List<String>> enums(SqlRunner runner) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (List<String> row :
        runner.ask(
            "SELECT format_type(t.oid, NULL), e.enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid"
                + " ORDER BY t.typname, e.enumsortorder")) {
      found.computeIfAbsent(row.getFirst(), _ -> new ArrayList<>()).add(row.getLast());
    }
    return found;
  }

  private static Map<String, String> domains(SqlRunner runner) {
    Map<String, String> found = new LinkedHashMap<>();
    for (List<String> row :
        runner.ask(
            "SELECT format_type(oid, NULL), format_type(typbasetype, typtypmod) FROM pg_type"
                + " WHERE typtype = 'd' AND typnamespace NOT IN (SELECT oid FROM pg_namespace"
                + " WHERE nspname IN ('pg_catalog', 'information_schema'))")) {
      found.put(row.getFirst(), row.getLast());
    }
    return found;
  }

  private static Map<String, String> columnChecks(SqlRunner runner) {
    Map<String, String> found = new LinkedHashMap<>();
    for (List<String> row :
        runner.ask(
            "SELECT table_name, constraint_name, check_clause FROM information_schema.check_constraints"
                + " WHERE constraint_schema = DATABASE() AND level = 'Column'")) {
      found.put(row.get(0) + "." + row.get(1), row.get(2));
    }
    return found;
  }

  private static List<String> onUpdate(SqlRunner runner) {
    return runner
        .ask(
            "SELECT table_name, column_name FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() AND extra LIKE '%on update%'")
        .stream()
        .map(row -> row.get(0) + "." + row.get(1))
        .toList();
  }

  boolean isView(String table) {
    return tables.table(table).isEmpty();
  }
}
