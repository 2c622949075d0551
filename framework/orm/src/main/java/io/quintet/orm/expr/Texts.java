package io.quintet.orm.expr;

import io.quintet.orm.internal.functions.TextFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Functions of text; to be imported statically. Positions count from 1, lengths are in characters.
 */
public final class Texts {
  private Texts() {}

  /** Without blanks at the start. */
  public static <R> TextExpression<R> ltrim(Expression<R, String> text) {
    return call(TextFunction.LTRIM, text);
  }

  /** Without blanks at the end. */
  public static <R> TextExpression<R> rtrim(Expression<R, String> text) {
    return call(TextFunction.RTRIM, text);
  }

  /** From the last character to the first. */
  public static <R> TextExpression<R> reverse(Expression<R, String> text) {
    return call(TextFunction.REVERSE, text);
  }

  /** From a position to the end. */
  public static <R> TextExpression<R> substring(Expression<R, String> text, int position) {
    checkPositive("substring", "position", position);
    return call(TextFunction.SUBSTR, text, position);
  }

  /** So many characters from a position. */
  public static <R> TextExpression<R> substring(
      Expression<R, String> text, int position, int length) {
    checkPositive("substring", "position", position);
    return call(TextFunction.SUBSTR, text, position, length);
  }

  /** The first characters. */
  public static <R> TextExpression<R> left(Expression<R, String> text, int length) {
    checkPositive("left", "length", length);
    return call(TextFunction.LEFT, text, length);
  }

  /** The last characters. */
  public static <R> TextExpression<R> right(Expression<R, String> text, int length) {
    checkPositive("right", "length", length);
    return call(TextFunction.RIGHT, text, length);
  }

  /** With a text in place of each occurrence of another. */
  public static <R> TextExpression<R> replace(
      Expression<R, String> text, String wanted, String replacement) {
    return call(TextFunction.REPLACE, text, wanted, replacement);
  }

  /** The position of the first occurrence of a text; 0 when there is none. */
  public static <R> NumberExpression<R, Integer> indexOf(
      Expression<R, String> text, String wanted) {
    return new NumberExpression<>(call(TextFunction.STR_INDEX, text, wanted).node());
  }

  /** Filled at the start, or cut at the end, to a length. */
  public static <R> TextExpression<R> leftPad(Expression<R, String> text, int length, String fill) {
    return call(TextFunction.LPAD, text, length, fill);
  }

  /** Filled or cut at the end to a length. */
  public static <R> TextExpression<R> rightPad(
      Expression<R, String> text, int length, String fill) {
    return call(TextFunction.RPAD, text, length, fill);
  }

  /** Several times. */
  public static <R> TextExpression<R> repeat(Expression<R, String> text, int times) {
    return call(TextFunction.REPEAT, text, times);
  }

  /** The character with a number in Unicode. */
  public static <R> TextExpression<R> character(Expression<R, ? extends Number> number) {
    return call(TextFunction.CHR, number);
  }

  /** The number of the first character in Unicode. */
  public static <R> NumberExpression<R, Integer> codePoint(Expression<R, String> text) {
    return new NumberExpression<>(call(TextFunction.ORD, text).node());
  }

  /** The MD5 digest in hexadecimal digits. */
  public static <R> TextExpression<R> md5(Expression<R, String> text) {
    return call(TextFunction.MD5, text);
  }

  /** The SHA-1 digest in hexadecimal digits. On PostgreSQL by its extension pgcrypto. */
  public static <R> TextExpression<R> sha1(Expression<R, String> text) {
    return call(TextFunction.SHA1, text);
  }

  /** The SHA-224 digest in hexadecimal digits. */
  public static <R> TextExpression<R> sha224(Expression<R, String> text) {
    return call(TextFunction.SHA224, text);
  }

  /** The SHA-256 digest in hexadecimal digits. */
  public static <R> TextExpression<R> sha256(Expression<R, String> text) {
    return call(TextFunction.SHA256, text);
  }

  /** The SHA-384 digest in hexadecimal digits. */
  public static <R> TextExpression<R> sha384(Expression<R, String> text) {
    return call(TextFunction.SHA384, text);
  }

  /** The SHA-512 digest in hexadecimal digits. */
  public static <R> TextExpression<R> sha512(Expression<R, String> text) {
    return call(TextFunction.SHA512, text);
  }

  private static <R> TextExpression<R> call(
      TextFunction function, Expression<R, ?> first, Object... more) {
    List<Node> arguments = new ArrayList<>(List.of(first.node()));
    Arrays.stream(more).forEach(m -> arguments.add(new Node.Value(m)));
    return new TextExpression<>(new Node.Call(function, arguments));
  }

  private static void checkPositive(String method, String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "%s(...): the %s is %d, but counts from 1.".formatted(method, what, value));
    }
  }
}
