package io.quintet.orm;

import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.db.Runner;
import io.quintet.orm.internal.db.StatementLog;
import io.quintet.orm.internal.dialect.Operations;
import io.quintet.orm.internal.sql.Compiler;
import io.quintet.orm.internal.sql.Param;
import io.quintet.orm.internal.sql.Statement;
import io.quintet.orm.meta.ColumnReader;
import io.quintet.orm.meta.ModelMeta;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SQL that the application wrote; values are always bound. */
final class RawQuery {
  private RawQuery() {}

  private static Statement statement(String sql, @Nullable Object... values) {
    return new Statement(sql, Arrays.stream(values).map(v -> new Param(v, null)).toList());
  }

  static <M extends Entity> List<M> entities(
      ModelMeta<M> meta, String alias, FetchMode mode, String sql, Object... values) {
    Database database = Db.database(alias);
    Operations operations = database.dialect().operations();
    String columns =
        String.join(", ", meta.fields().stream().map(f -> operations.quote(f.column())).toList());
    Statement wrapped = statement("SELECT " + columns + " FROM (" + sql + ") entities", values);
    Compiler.Entities select = new Compiler.Entities(wrapped, java.util.Set.of(), List.of(), List.of(), 0, null);
    return new EntityLoader<>(meta, alias, mode, select).loadAll(database).entities();
  }

  static List<Map<String, @Nullable Object>> rows(
      String alias, String sql, @Nullable Object... values) {
    Database database = Db.database(alias);
    Statement statement = statement(sql, values);
    return database.read(connection -> {
      StatementLog.note(sql);
      try (PreparedStatement prepared = connection.prepareStatement(sql)) {
        Runner.bind(database, prepared, statement);
        try (ResultSet result = prepared.executeQuery()) {
          return maps(database, result);
        }
      }
    });
  }

  private static List<Map<String, @Nullable Object>> maps(Database database, ResultSet result)
      throws java.sql.SQLException {
    ResultSetMetaData meta = result.getMetaData();
    ColumnReader row = database.dialect().reader(result);
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    while (result.next()) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        values.put(meta.getColumnLabel(i), row.value(i, Object.class));
      }
      rows.add(Collections.unmodifiableMap(values));
    }
    return rows;
  }

  static int execute(String alias, String sql, @Nullable Object... values) {
    return Runner.update(Db.database(alias), statement(sql, values));
  }
}
