package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.MigrationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a migration has come that is done in parts. A row is written together with each part and
 * goes with the last; one that is there when migrate begins tells of a run that was broken off.
 */
final class BrokenOff {
  static final String TABLE = "quintet_migration_steps";

  /** A migration of which some operations are done, or taken back. */
  record Half(MigrationId id, boolean backward, int done) {}

  private final Vendor vendor;
  private final SqlRunner sql;

  BrokenOff(Vendor vendor, SqlRunner sql) {
    this.vendor = vendor;
    this.sql = sql;
  }

  void prepare() {
    sql.run(
        "CREATE TABLE IF NOT EXISTS "
            + TABLE
            + " (app varchar(255) NOT NULL, name varchar(255) NOT NULL, backward integer NOT NULL,"
            + " done integer NOT NULL, PRIMARY KEY (app, name))");
  }

  List<Half> all() {
    if (sql.ask(Recorder.existsSql(vendor, TABLE)).isEmpty()) {
      return List.of();
    }
    List<Half> halves = new ArrayList<>();
    for (List<String> row :
        sql.ask("SELECT app, name, backward, done FROM " + TABLE + " ORDER BY app, name")) {
      halves.add(
          new Half(
              new MigrationId(row.get(0), row.get(1)),
              row.get(2).equals("1"),
              Integer.parseInt(row.get(3))));
    }
    return halves;
  }

  Optional<Half> of(MigrationId id) {
    return all().stream().filter(half -> half.id().equals(id)).findFirst();
  }

  void record(MigrationId id, boolean backward, int done) {
    sql.run(
        "INSERT INTO %1$s (app, name, backward, done) VALUES (%2$s, %3$s, %4$s, %5$d) ON CONFLICT (app, name) DO UPDATE SET done = %5$d"
            .formatted(TABLE, literal(id.app()), literal(id.name()), backward ? 1 : 0, done));
  }

  void forget(MigrationId id) {
    sql.run(
        "DELETE FROM %s WHERE app = %s AND name = %s"
            .formatted(TABLE, literal(id.app()), literal(id.name())));
  }

  private String literal(String text) {
    return Literals.sql(vendor, text);
  }
}
