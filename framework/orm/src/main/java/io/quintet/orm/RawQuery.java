package io.quintet.orm;

import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.db.PickedColumns;
import io.quintet.orm.internal.db.Prepared;
import io.quintet.orm.internal.db.ReadScope;
import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.db.StatementLog;
import io.quintet.orm.internal.sql.Compiler;
import io.quintet.orm.internal.sql.Param;
import io.quintet.orm.internal.sql.Statement;
import io.quintet.orm.meta.ColumnReader;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.meta.RowMeta;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs SQL that the application wrote; values are always bound. */
final class RawQuery {
  /** Prepares to read rows, knowing the columns of the result. */
  private interface Shape<T> {
    Runner.RowReader<T> reader(ResultColumns columns, ColumnReader row);
  }

  private RawQuery() {}

  static Statement statement(String sql, @Nullable Object... values) {
    return new Statement(sql, Arrays.stream(values).map(v -> new Param(v, null)).toList());
  }

  @SuppressWarnings("unchecked") // the class says whether it is that of entities
  static <T> List<T> list(String alias, Statement statement, Class<T> type) {
    return Entity.class.isAssignableFrom(type)
        ? (List<T>)
            entities(Models.of((Class<? extends Entity>) type), alias, FetchMode.PEERS, statement)
        : records(Models.row(type), alias, statement);
  }

  private static <T> List<T> records(RowMeta<T> meta, String alias, Statement statement) {
    return read(
        alias,
        statement,
        (columns, row) -> {
          int[] positions = columns.positions(meta.type().getSimpleName(), meta.names());
          ColumnReader picked = new PickedColumns(row, positions);
          return current -> meta.read(picked, 1);
        });
  }

  static <M extends Entity> List<M> entities(
      ModelMeta<M> meta, String alias, FetchMode mode, Statement statement) {
    return read(
        alias,
        statement,
        (columns, row) -> {
          List<String> names = meta.fields().stream().map(FieldMeta::column).toList();
          List<String> others = columns.labelsBeside(names);
          List<String> all = new ArrayList<>(names);
          all.addAll(others);
          ColumnReader picked = new PickedColumns(row, columns.positions(meta.label(), all));
          List<Compiler.Extra> extras =
              IntStream.range(0, others.size())
                  .mapToObj(i -> new Compiler.Extra(others.get(i), names.size() + i + 1, null))
                  .toList();
          EntityLoader<M>.Chunk chunk =
              new EntityLoader<>(
                  meta,
                  alias,
                  mode,
                  new Compiler.Entities(statement, Set.of(), List.of(), extras, 0, null))
              .new Chunk();
          return current -> chunk.read(picked);
        });
  }

  static List<Map<String, @Nullable Object>> maps(String alias, Statement statement) {
    return read(alias, statement, (columns, row) -> current -> map(columns.labels(), row));
  }

  private static Map<String, @Nullable Object> map(List<String> labels, ColumnReader row)
      throws SQLException {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      values.put(labels.get(i), row.value(i + 1, Object.class));
    }
    return Collections.unmodifiableMap(values);
  }

  private static <T> List<T> read(String alias, Statement statement, Shape<T> shape) {
    Database database = source(alias, statement);
    return database.read(connection -> {
      StatementLog.note(statement.sql());
      try (Prepared prepared = database.prepareOnce(connection, statement.sql())) {
        Runner.bind(database, prepared.statement(), statement);
        try (ResultSet result = prepared.statement().executeQuery()) {
          ColumnReader row = database.dialect().reader(result);
          Runner.RowReader<T> reader = shape.reader(ResultColumns.of(result), row);
          List<T> found = new ArrayList<>();
          while (result.next()) {
            found.add(reader.read(row));
          }
          return found;
        }
      }
    });
  }

  /** What does not begin as a SELECT may write, so no replica gets it. */
  private static Database source(String alias, Statement statement) {
    Database primary = Db.database(alias);
    if (statement.sql().stripLeading().regionMatches(true, 0, "SELECT", 0, 6)) {
      return ReadScope.source(primary);
    }
    ReadScope.wrote(primary);
    return primary;
  }

  static int execute(String alias, Statement statement) {
    return Runner.update(Db.database(alias), statement);
  }
}
