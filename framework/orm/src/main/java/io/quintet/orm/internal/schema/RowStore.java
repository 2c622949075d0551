package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Literals.quote;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes generic rows of one table. */
public final class RowStore {
  private final Connection connection;
  private final ProjectState state;
  private final ModelState model;
  private final Vendor vendor;
  private final StoredValues values;

  /** For the table of a model. */
  public RowStore(Connection connection, ProjectState state, ModelState model) {
    this.connection = connection;
    this.state = state;
    this.model = model;
    try {
      this.vendor = Vendor.of(connection);
      this.values = new StoredValues(vendor);
    } catch (SQLException e) {
      throw new MigrationException("The connection is not usable: " + e.getMessage(), e);
    }
  }

  /** Throws {@link MigrationException} when there is no column for that field. */
  public void require(String field) {
    model.column(field);
  }

  /** How many rows there are. */
  public long count() {
    return query("SELECT count(*) FROM " + quote(model.table()), List.of(), row -> row.getLong(1))
        .getFirst();
  }

  /** Rows in order of the key, beginning after the given one. */
  public List<Map<String, @Nullable Object>> after(@Nullable Object key, int limit) {
    ColumnState pk = model.primaryKey();
    String from = key == null ? "" : " WHERE " + quote(pk.column()) + " > ?";
    List<Bound> bound = key == null ? List.of() : List.of(new Bound(pk, key));
    return query(
        select() + from + " ORDER BY " + quote(pk.column()) + " LIMIT " + limit, bound, this::row);
  }

  /** Rows with a value in a field, in order of the key. */
  public List<Map<String, @Nullable Object>> where(String field, @Nullable Object value) {
    ColumnState column = model.column(field);
    String condition = quote(column.column()) + (value == null ? " IS NULL" : " = ?");
    List<Bound> bound = value == null ? List.of() : List.of(new Bound(column, value));
    return query(
        select() + " WHERE " + condition + " ORDER BY " + quote(model.primaryKey().column()),
        bound,
        this::row);
  }

  /** Inserts a row and returns its key. */
  public Object insert(Map<String, @Nullable Object> fields) {
    List<String> columns = new ArrayList<>();
    List<Bound> bound = new ArrayList<>();
    fields.forEach((field, value) -> {
      ColumnState column = model.column(field);
      columns.add(quote(column.column()));
      bound.add(new Bound(column, value));
    });
    String target =
        columns.isEmpty()
            ? (vendor == Vendor.MARIADB ? " () VALUES ()" : " DEFAULT VALUES")
            : " ("
                + String.join(", ", columns)
                + ") VALUES ("
                + "?, ".repeat(columns.size() - 1)
                + "?)";
    ColumnState pk = model.primaryKey();
    List<@Nullable Object> keys =
        query(
            "INSERT INTO " + quote(model.table()) + target + " RETURNING " + quote(pk.column()),
            bound,
            row -> values.read(row, 1, state.storedType(pk)));
    Object key = keys.getFirst();
    if (key == null) {
      throw new MigrationException(
          "The row inserted into "
              + model.name()
              + " has no key; give a value for "
              + pk.name()
              + ".");
    }
    return key;
  }

  /** Sets fields of the row with that key. */
  public void update(@Nullable Object key, Map<String, @Nullable Object> fields) {
    List<String> sets = new ArrayList<>();
    List<Bound> bound = new ArrayList<>();
    fields.forEach((field, value) -> {
      ColumnState column = model.column(field);
      sets.add(quote(column.column()) + " = ?");
      bound.add(new Bound(column, value));
    });
    bound.add(new Bound(model.primaryKey(), key));
    execute(
        "UPDATE %s SET %s WHERE %s = ?"
            .formatted(
                quote(model.table()), String.join(", ", sets), quote(model.primaryKey().column())),
        bound);
  }

  /** Deletes the row with that key. */
  public void delete(@Nullable Object key) {
    execute(
        "DELETE FROM "
            + quote(model.table())
            + " WHERE "
            + quote(model.primaryKey().column())
            + " = ?",
        List.of(new Bound(model.primaryKey(), key)));
  }

  private record Bound(ColumnState column, @Nullable Object value) {}

  @FunctionalInterface
  private interface RowReader<T extends @Nullable Object> {
    T read(ResultSet row) throws SQLException;
  }

  private String select() {
    List<String> columns = model.columns().stream().map(column -> quote(column.column())).toList();
    return "SELECT " + String.join(", ", columns) + " FROM " + quote(model.table());
  }

  private Map<String, @Nullable Object> row(ResultSet row) throws SQLException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    int index = 1;
    for (ColumnState column : model.columns()) {
      fields.put(column.name(), values.read(row, index++, state.storedType(column)));
    }
    return fields;
  }

  private <T extends @Nullable Object> List<T> query(
      String sql, List<Bound> bound, RowReader<T> reader) {
    try (PreparedStatement statement = prepare(sql, bound);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(reader.read(rows));
      }
      return all;
    } catch (SQLException e) {
      throw new MigrationException(e.getMessage() + "\nin the statement: " + sql, e);
    }
  }

  private void execute(String sql, List<Bound> bound) {
    try (PreparedStatement statement = prepare(sql, bound)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new MigrationException(e.getMessage() + "\nin the statement: " + sql, e);
    }
  }

  private PreparedStatement prepare(String sql, List<Bound> bound) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < bound.size(); i++) {
        values.bind(statement, i + 1, bound.get(i).value, state.storedType(bound.get(i).column));
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }
}
