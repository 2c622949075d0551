package io.quintet.orm.internal.dialect;

import io.quintet.orm.internal.dialect.sqlite.SqliteConnectionFunctions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/** The functions that SQLite lacks, added to each connection. */
public final class SqliteFunctions {
  private SqliteFunctions() {}

  /** Adds them to a connection. */
  public static void install(Connection connection) throws SQLException {
    Function.create(connection, "quintet_regexp", new Regexp(0), 2, Function.FLAG_DETERMINISTIC);
    Function.create(
        connection,
        "quintet_iregexp",
        new Regexp(Pattern.CASE_INSENSITIVE),
        2,
        Function.FLAG_DETERMINISTIC);
    SqliteConnectionFunctions.install(connection);
  }

  private static final class Regexp extends Function {
    private final int flags;
    private @Nullable Pattern last;

    Regexp(int flags) {
      this.flags = flags | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    }

    @Override
    protected void xFunc() throws SQLException {
      String regexp = value_text(0);
      String text = value_text(1);
      if (regexp == null || text == null) {
        result();
        return;
      }
      try {
        if (last == null || !last.pattern().equals(regexp)) {
          last = Pattern.compile(regexp, flags);
        }
        result(last.matcher(new LimitedText(text)).find() ? 1 : 0);
      } catch (PatternSyntaxException e) {
        error("the regular expression is wrong: " + e.getDescription());
      } catch (LimitedText.TooManySteps e) {
        error("the regular expression takes too many steps");
      }
    }
  }

  /**
   * A text that can be looked at a limited number of times, so that no expression runs for ever.
   */
  private static final class LimitedText implements CharSequence {
    private static final int MAX_STEPS = 5_000_000;

    static final class TooManySteps extends RuntimeException {
      private static final long serialVersionUID = 1L;

      TooManySteps() {
        super("too many steps", null, false, false);
      }
    }

    private final String text;
    private int steps;

    LimitedText(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++steps > MAX_STEPS) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
