package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Literals.quote;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.ModelName;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes generic rows of a model: of its table, and of those of the models it extends.
 */
public final class RowStore {
  private final Connection connection;
  private final ProjectState state;
  private final ModelState model;
  private final List<ModelState> parts;
  private final Vendor vendor;
  private final StoredValues values;

  /** For the rows of a model. */
  public RowStore(Connection connection, ProjectState state, ModelState model) {
    this.connection = connection;
    this.state = state;
    this.model = model;
    this.parts = parts(state, model);
    try {
      this.vendor = Vendor.of(connection);
      this.values = new StoredValues(vendor);
    } catch (SQLException e) {
      throw new MigrationException("The connection is not usable: " + e.getMessage(), e);
    }
  }

  /** The models whose tables hold a row, the most general first. */
  private static List<ModelState> parts(ProjectState state, ModelState model) {
    List<ModelState> all = new ArrayList<>();
    if (!model.options().proxy()) {
      for (ModelName base : model.bases()) {
        all.addAll(parts(state, state.model(Relations.concrete(state, base))));
      }
    }
    all.add(model);
    return all;
  }

  /** The part of a row that has a field, the nearest first. */
  private ModelState partOf(String field) {
    return parts.reversed().stream()
        .filter(part -> part.find(field).isPresent())
        .findFirst()
        .orElse(model);
  }

  private ColumnState column(String field) {
    return partOf(field).column(field);
  }

  /** Throws {@link MigrationException} when there is no column for that field. */
  public void require(String field) {
    column(field);
  }

  /** How many rows there are. */
  public long count() {
    return query("SELECT count(*) FROM " + quote(model.table()), List.of(), row -> row.getLong(1))
        .getFirst();
  }

  /** Rows in order of the key, beginning after the given one. */
  public List<Map<String, @Nullable Object>> after(@Nullable Object key, int limit) {
    ColumnState pk = model.primaryKey();
    String from = key == null ? "" : " WHERE " + qualified(model, pk) + " > ?";
    List<Bound> bound = key == null ? List.of() : List.of(new Bound(pk, key));
    return query(
        select() + from + " ORDER BY " + qualified(model, pk) + " LIMIT " + limit,
        bound,
        this::row);
  }

  /** Rows with a value in a field, in order of the key. */
  public List<Map<String, @Nullable Object>> where(String field, @Nullable Object value) {
    ColumnState column = column(field);
    String condition = qualified(partOf(field), column) + (value == null ? " IS NULL" : " = ?");
    List<Bound> bound = value == null ? List.of() : List.of(new Bound(column, value));
    return query(
        select() + " WHERE " + condition + " ORDER BY " + qualified(model, model.primaryKey()),
        bound,
        this::row);
  }

  /**
   * Inserts a row and returns its key. A row of a model that extends another is inserted there too,
   * unless the key of one that exists is given.
   */
  public Object insert(Map<String, @Nullable Object> fields) {
    Map<ModelState, Map<String, @Nullable Object>> byPart = byPart(fields);
    Object key = null;
    for (ModelState part : parts) {
      Map<String, @Nullable Object> own = byPart.getOrDefault(part, new LinkedHashMap<>());
      boolean exists = own.isEmpty() && part != model && givenBelow(part, byPart);
      if (!exists) {
        if (key != null) {
          own.put(part.primaryKey().name(), key);
        }
        key = insert(part, own);
      }
    }
    return Objects.requireNonNull(key);
  }

  /** Whether a part further down is given its key. */
  private boolean givenBelow(
      ModelState part, Map<ModelState, Map<String, @Nullable Object>> byPart) {
    return parts.subList(parts.indexOf(part) + 1, parts.size()).stream()
        .anyMatch(p -> byPart.getOrDefault(p, Map.of()).containsKey(p.primaryKey().name()));
  }

  private Map<ModelState, Map<String, @Nullable Object>> byPart(
      Map<String, @Nullable Object> fields) {
    Map<ModelState, Map<String, @Nullable Object>> found = new LinkedHashMap<>();
    fields.forEach((field, value) ->
        found.computeIfAbsent(partOf(field), p -> new LinkedHashMap<>()).put(field, value));
    return found;
  }

  private Object insert(ModelState part, Map<String, @Nullable Object> fields) {
    List<String> columns = new ArrayList<>();
    List<Bound> bound = new ArrayList<>();
    fields.forEach((field, value) -> {
      ColumnState column = part.column(field);
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
    ColumnState pk = part.primaryKey();
    List<@Nullable Object> keys =
        query(
            "INSERT INTO " + quote(part.table()) + target + " RETURNING " + quote(pk.column()),
            bound,
            row -> values.read(row, 1, state.storedType(pk)));
    Object key = keys.getFirst();
    if (key == null) {
      throw new MigrationException(
          "The row inserted into "
              + part.name()
              + " has no key; give a value for "
              + pk.name()
              + ".");
    }
    return key;
  }

  /** Sets fields of the row with that key. */
  public void update(@Nullable Object key, Map<String, @Nullable Object> fields) {
    for (Map.Entry<ModelState, Map<String, @Nullable Object>> part : byPart(fields).entrySet()) {
      update(part.getKey(), key, part.getValue());
    }
  }

  private void update(ModelState part, @Nullable Object key, Map<String, @Nullable Object> fields) {
    List<String> sets = new ArrayList<>();
    List<Bound> bound = new ArrayList<>();
    fields.forEach((field, value) -> {
      ColumnState column = part.column(field);
      sets.add(quote(column.column()) + " = ?");
      bound.add(new Bound(column, value));
    });
    bound.add(new Bound(part.primaryKey(), key));
    execute(
        "UPDATE %s SET %s WHERE %s = ?"
            .formatted(
                quote(part.table()), String.join(", ", sets), quote(part.primaryKey().column())),
        bound);
  }

  /** Deletes the row with that key, from all its tables. */
  public void delete(@Nullable Object key) {
    for (ModelState part : parts.reversed()) {
      execute(
          "DELETE FROM "
              + quote(part.table())
              + " WHERE "
              + quote(part.primaryKey().column())
              + " = ?",
          List.of(new Bound(part.primaryKey(), key)));
    }
  }

  private static String qualified(ModelState part, ColumnState column) {
    return quote(part.table()) + "." + quote(column.column());
  }

  private record Bound(ColumnState column, @Nullable Object value) {}

  @FunctionalInterface
  private interface RowReader<T extends @Nullable Object> {
    T read(ResultSet row) throws SQLException;
  }

  private String select() {
    List<String> columns = new ArrayList<>();
    StringBuilder from = new StringBuilder(quote(model.table()));
    for (ModelState part : parts) {
      part.columns().forEach(column -> columns.add(qualified(part, column)));
      if (part != model) {
        from.append(" JOIN ").append(quote(part.table())).append(" ON ");
        from.append(qualified(part, part.primaryKey())).append(" = ");
        from.append(qualified(model, model.primaryKey()));
      }
    }
    return "SELECT " + String.join(", ", columns) + " FROM " + from;
  }

  private Map<String, @Nullable Object> row(ResultSet row) throws SQLException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    int index = 1;
    for (ModelState part : parts) {
      for (ColumnState column : part.columns()) {
        fields.put(column.name(), values.read(row, index++, state.storedType(column)));
      }
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
