package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Literals.quote;

import io.quintet.orm.migrations.ColumnState;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How MariaDB spells tables and columns. */
final class MariaTableSql extends TableSql {
  private static final String PREFIX = "(255)";
  private static final int LONGEST_INDEXED = 768;
  private static final Pattern VARCHAR = Pattern.compile("varchar\\((\\d+)\\)");

  MariaTableSql() {
    super(Vendor.MARIADB);
  }

  @Override
  String definition(ModelState model, ColumnState column, ProjectState state) {
    return definition(column, state, column.databaseDefault(), MariaAttributes.NONE);
  }

  /** With another default than the column's own, and what the model does not say. */
  final String definition(
      ColumnState column,
      ProjectState state,
      @Nullable String defaultSql,
      MariaAttributes attributes) {
    StringBuilder sql =
        new StringBuilder(quote(column.column())).append(' ').append(type(column, state));
    sql.append(attributes.collation());
    sql.append(column.isNullable() ? " NULL" : " NOT NULL");
    if (defaultSql != null) {
      sql.append(" DEFAULT ").append(defaultSql);
    }
    if (column.isAuto()) {
      sql.append(" AUTO_INCREMENT");
    }
    return sql.append(attributes.others()).toString();
  }

  /** Whether a default is another value for each row, as far as its text tells. */
  static boolean isComputedPerRow(String sql) {
    return sql.replaceAll("'[^']*'", "")
        .matches("(?is).*\\b(uuid|uuid_short|sys_guid|rand|nextval|lastval)\\s*\\(.*");
  }

  /** What it takes to define a column anew. */
  final MariaAlgorithm algorithm(
      ColumnState from, ColumnState to, ProjectState before, ProjectState after) {
    String oldType = type(from, before);
    String newType = type(to, after);
    if (!oldType.equals(newType) && !isWider(oldType, newType) || to.isAuto() && !from.isAuto()) {
      return MariaAlgorithm.COPY;
    }
    return from.isNullable() == to.isNullable() ? MariaAlgorithm.INSTANT : MariaAlgorithm.INPLACE;
  }

  /**
   * Whether text only may be longer, and its length takes as many bytes before each value as
   * before: one up to 255 bytes, of which a character takes four at most.
   */
  static boolean isWider(String from, String to) {
    Matcher old = VARCHAR.matcher(from);
    Matcher now = VARCHAR.matcher(to);
    if (!old.matches() || !now.matches()) {
      return false;
    }
    int few = Integer.parseInt(old.group(1));
    int many = Integer.parseInt(now.group(1));
    return few <= many && few * 4 > 255 == many * 4 > 255;
  }

  @Override
  List<String> columnConstraints(ModelState model, ProjectState state) {
    List<String> parts = new ArrayList<>();
    for (ColumnState column : model.tableColumns()) {
      if (column.isPrimaryKey()) {
        parts.add("PRIMARY KEY (" + quote(column.column()) + ")");
      } else if (column.isUnique()) {
        parts.add(unique(model, column));
      }
      String key = foreignKey(model, column, state);
      if (!key.isEmpty()) {
        parts.add(key);
      }
    }
    return parts;
  }

  /** Texts compare by their code points, as on the other databases. */
  @Override
  String tableOptions() {
    return " ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin";
  }

  /** An index takes 3072 bytes of a row at most, which long text may exceed by itself. */
  @Override
  String indexPrefix(ColumnState column) {
    return switch (column.type()) {
      case ColumnType.Simple simple
          when simple == ColumnType.Simple.TEXT || simple == ColumnType.Simple.BINARY ->
          PREFIX;
      case ColumnType.Varchar(int length) when length > LONGEST_INDEXED -> PREFIX;
      default -> "";
    };
  }

  @Override
  boolean canIndex(IndexState index) {
    return index.condition() == null && index.expressions().isEmpty();
  }

  static String unique(ModelState model, ColumnState column) {
    return "CONSTRAINT "
        + quote(Names.columnUnique(model.table(), column.column()))
        + " UNIQUE ("
        + quote(column.column())
        + ")";
  }
}
