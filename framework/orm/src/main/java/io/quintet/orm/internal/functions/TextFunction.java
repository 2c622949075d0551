package io.quintet.orm.internal.functions;

import io.quintet.orm.expr.SqlPart;
import io.quintet.orm.meta.FieldType;
import java.util.List;

/** Functions of text. */
public enum TextFunction implements Builtin {
  /** Lower case. */
  LOWER(Result.AS_ARGUMENT, 1),
  /** Upper case. */
  UPPER(Result.AS_ARGUMENT, 1),
  /** Without blanks at both ends. */
  TRIM(Result.AS_ARGUMENT, 1),
  /** Without blanks at the start. */
  LTRIM(Result.AS_ARGUMENT, 1),
  /** Without blanks at the end. */
  RTRIM(Result.AS_ARGUMENT, 1),
  /** From the last character to the first. */
  REVERSE(Result.AS_ARGUMENT, 1),
  /** A digest in hexadecimal digits. */
  MD5(Result.AS_ARGUMENT, 1),
  /** A digest in hexadecimal digits. */
  SHA1(Result.AS_ARGUMENT, 1),
  /** A digest in hexadecimal digits. */
  SHA224(Result.AS_ARGUMENT, 1),
  /** A digest in hexadecimal digits. */
  SHA256(Result.AS_ARGUMENT, 1),
  /** A digest in hexadecimal digits. */
  SHA384(Result.AS_ARGUMENT, 1),
  /** A digest in hexadecimal digits. */
  SHA512(Result.AS_ARGUMENT, 1),
  /** The number of characters. */
  LENGTH(Result.NUMBER, 1),
  /** The number of the first character. */
  ORD(Result.NUMBER, 1),
  /** The character with a number. */
  CHR(Result.TEXT, 0),
  /** Texts one after the other; a null is an empty text. */
  CONCAT(Result.COMMON, 0),
  /** From a position, maybe of a length. */
  SUBSTR(Result.TEXT, 0),
  /** The first characters. */
  LEFT(Result.TEXT, 0),
  /** The last characters. */
  RIGHT(Result.TEXT, 0),
  /** With a text in place of another. */
  REPLACE(Result.AS_ARGUMENT, 0),
  /** The position of a text, or 0. */
  STR_INDEX(Result.NUMBER, 0),
  /** Filled or cut to a length, at the start. */
  LPAD(Result.TEXT, 0),
  /** Filled or cut to a length, at the end. */
  RPAD(Result.TEXT, 0),
  /** Several times. */
  REPEAT(Result.TEXT, 0);

  private enum Result {
    AS_ARGUMENT,
    COMMON,
    TEXT,
    NUMBER
  }

  private final Result result;
  private final int transformed;

  TextFunction(Result result, int transformed) {
    this.result = result;
    this.transformed = transformed;
  }

  /** Whether look-ups by name may apply it. */
  public boolean isTransform() {
    return transformed == 1;
  }

  @Override
  public FieldType type(List<SqlPart> arguments) {
    return switch (result) {
      case AS_ARGUMENT -> Types.text(arguments.getFirst());
      case COMMON -> Types.text(Types.common(arguments));
      case TEXT -> new FieldType.Chars(255);
      case NUMBER -> new FieldType.Int32();
    };
  }
}
