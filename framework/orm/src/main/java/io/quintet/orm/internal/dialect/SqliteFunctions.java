package io.quintet.orm.internal.dialect;

import io.quintet.core.json.Json;
import io.quintet.core.json.JsonException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/** The functions that SQLite lacks, added to each connection. */
public final class SqliteFunctions {
  private SqliteFunctions() {}

  /** Adds them to a connection. */
  public static void install(Connection connection) throws SQLException {
    Function.create(
        connection,
        "quintet_fold",
        new TextFunction(t -> t.toLowerCase(Locale.ROOT)),
        1,
        Function.FLAG_DETERMINISTIC);
    Function.create(
        connection,
        "quintet_upper",
        new TextFunction(t -> t.toUpperCase(Locale.ROOT)),
        1,
        Function.FLAG_DETERMINISTIC);
    Function.create(connection, "quintet_regexp", new Regexp(), 2, Function.FLAG_DETERMINISTIC);
    Function.create(
        connection, "quintet_json_text", new JsonText(), -1, Function.FLAG_DETERMINISTIC);
  }

  private static final class TextFunction extends Function {
    private final java.util.function.UnaryOperator<String> work;

    TextFunction(java.util.function.UnaryOperator<String> work) {
      this.work = work;
    }

    @Override
    protected void xFunc() throws SQLException {
      String text = value_text(0);
      if (text == null) {
        result();
      } else {
        result(work.apply(text));
      }
    }
  }

  private static final class Regexp extends Function {
    private @Nullable Pattern last;

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
          last = Pattern.compile(regexp);
        }
        result(last.matcher(new LimitedText(text)).find() ? 1 : 0);
      } catch (PatternSyntaxException e) {
        error("the regular expression is wrong: " + e.getDescription());
      } catch (LimitedText.TooManySteps e) {
        error("the regular expression takes too many steps");
      }
    }
  }

  private static final class JsonText extends Function {
    @Override
    protected void xFunc() throws SQLException {
      String text = value_text(0);
      if (text == null) {
        result();
        return;
      }
      @Nullable Object current;
      try {
        current = Json.parse(text);
      } catch (JsonException e) {
        error("the column holds no JSON: " + e.getMessage());
        return;
      }
      for (int i = 1; i < args() && current != null; i++) {
        current = step(current, value_text(i));
      }
      if (current == null) {
        result();
      } else if (current instanceof Map || current instanceof List) {
        result(Json.write(current));
      } else {
        result(current.toString());
      }
    }

    private static @Nullable Object step(Object value, String key) {
      if (value instanceof Map<?, ?> map) {
        return map.get(key);
      }
      if (value instanceof List<?> list
          && !key.isEmpty()
          && key.length() < 9
          && key.chars().allMatch(Character::isDigit)) {
        int index = Integer.parseInt(key);
        return index < list.size() ? list.get(index) : null;
      }
      return null;
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
