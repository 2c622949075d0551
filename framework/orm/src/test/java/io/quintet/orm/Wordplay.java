package io.quintet.orm;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.orm.expr.SqlExtensions;
import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.expr.SqlLookup;
import io.quintet.orm.expr.SqlPart;
import io.quintet.orm.meta.FieldType;
import java.util.List;

/** Functions and look-ups as an application adds them. */
enum Wordplay implements SqlFunction {
  /** In lower case and without a letter. */
  LEVELLED {
    @Override
    public FieldType type(List<SqlPart> arguments) {
      return new FieldType.LongText();
    }

    @Override
    public SqlPart sql(List<SqlPart> arguments, String dialect) {
      SqlPart lower = SqlPart.call("LOWER", arguments.get(0));
      return SqlPart.call("REPLACE", lower, arguments.get(1), SqlPart.value("-"));
    }
  },
  /** How many letters "a" and "e" there are, upper and lower case alike. */
  VOWELS {
    @Override
    public FieldType type(List<SqlPart> arguments) {
      return new FieldType.Int32();
    }

    @Override
    public SqlPart sql(List<SqlPart> arguments, String dialect) {
      SqlPart text = SqlPart.call("LOWER", arguments.getFirst());
      SqlPart without =
          SqlPart.template(
              "REPLACE(REPLACE({}, {}, {}), {}, {})",
              text,
              SqlPart.value("a"),
              SqlPart.value(""),
              SqlPart.value("e"),
              SqlPart.value(""));
      return SqlPart.template("(LENGTH({}) - LENGTH({}))", text, without);
    }
  };

  /** Look-ups. */
  enum Comparison implements SqlLookup {
    /** Different. */
    NE {
      @Override
      public SqlPart sql(SqlPart left, SqlPart right, String dialect) {
        return SqlPart.template("{} <> {}", left, right);
      }
    },
    /** Equal in lower case. */
    SAME_LETTERS {
      @Override
      public SqlPart sql(SqlPart left, SqlPart right, String dialect) {
        return SqlPart.template("LOWER({}) = LOWER({})", left, right);
      }
    }
  }

  /** An aggregate. */
  enum Total implements SqlFunction {
    /** The sum. */
    TOTAL;

    @Override
    public Kind kind() {
      return Kind.AGGREGATE;
    }

    @Override
    public FieldType type(List<SqlPart> arguments) {
      return new FieldType.Float64();
    }

    @Override
    public SqlPart sql(List<SqlPart> arguments, String dialect) {
      return SqlPart.call(dialect.equals("sqlite") ? "TOTAL" : "SUM", arguments);
    }
  }

  /** The app that brings them. */
  static final class WordplayApp implements App {
    @Override
    public String label() {
      return "wordplay";
    }

    @Override
    public void configure(AppConfig config) {
      config.add(SqlExtensions.FUNCTIONS, VOWELS);
      config.add(SqlExtensions.LOOKUPS, Comparison.NE);
    }
  }
}
