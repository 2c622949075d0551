package io.quintet.orm.internal.dialect.sqlite;

import io.quintet.orm.internal.functions.TextFunction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.sqlite.Function;

/** Adds functions of text to a connection. */
final class SqliteTextFunctions {
  static final List<TextFunction> NAMES =
      List.of(
          TextFunction.REVERSE,
          TextFunction.MD5,
          TextFunction.SHA1,
          TextFunction.SHA224,
          TextFunction.SHA256,
          TextFunction.SHA384,
          TextFunction.SHA512,
          TextFunction.LPAD,
          TextFunction.RPAD,
          TextFunction.REPEAT);

  private static final int MAX_LENGTH = 10_000_000;

  private SqliteTextFunctions() {}

  static void install(Connection connection) throws SQLException {
    for (TextFunction name : NAMES) {
      Function.create(
          connection, SqliteText.name(name), function(name), -1, Function.FLAG_DETERMINISTIC);
    }
  }

  private static Function function(TextFunction name) {
    return switch (name) {
      case REVERSE -> new OfText(t -> new StringBuilder(t).reverse().toString());
      case MD5 -> new OfText(digest("MD5"));
      case SHA1 -> new OfText(digest("SHA-1"));
      case SHA224 -> new OfText(digest("SHA-224"));
      case SHA256 -> new OfText(digest("SHA-256"));
      case SHA384 -> new OfText(digest("SHA-384"));
      case SHA512 -> new OfText(digest("SHA-512"));
      case LPAD -> new Pad(true);
      case RPAD -> new Pad(false);
      case REPEAT -> new Repeat();
      default -> throw new IllegalArgumentException(name.name());
    };
  }

  private static UnaryOperator<String> digest(String algorithm) {
    return text -> {
      try {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java has " + algorithm + ".", e);
      }
    };
  }

  private static final class OfText extends Function {
    private final UnaryOperator<String> work;

    OfText(UnaryOperator<String> work) {
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

  private static final class Pad extends Function {
    private final boolean left;

    Pad(boolean left) {
      this.left = left;
    }

    @Override
    protected void xFunc() throws SQLException {
      String text = value_text(0);
      String fill = args() > 2 ? value_text(2) : " ";
      if (text == null || fill == null || value_text(1) == null) {
        result();
        return;
      }
      int[] have = text.codePoints().toArray();
      int length = Math.clamp(value_long(1), 0, MAX_LENGTH);
      if (have.length >= length || fill.isEmpty()) {
        result(new String(have, 0, Math.min(have.length, length)));
        return;
      }
      int[] more = fill.codePoints().toArray();
      StringBuilder padding = new StringBuilder();
      for (int i = 0; i < length - have.length; i++) {
        padding.appendCodePoint(more[i % more.length]);
      }
      result(left ? padding + text : text + padding);
    }
  }

  private static final class Repeat extends Function {
    @Override
    protected void xFunc() throws SQLException {
      String text = value_text(0);
      if (text == null || value_text(1) == null) {
        result();
        return;
      }
      long times = Math.max(0, value_long(1));
      if (times * Math.max(1, text.length()) > MAX_LENGTH) {
        error("a text repeated " + times + " times is longer than 10 million characters");
        return;
      }
      result(text.repeat((int) times));
    }
  }
}
