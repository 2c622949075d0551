package io.quintet.fuzzing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Reads an input of the fuzzer as a row of choices, so that a target can build something that has a
 * structure. Every input is valid: after its end each choice is the first one. A byte that changes
 * changes one choice, so that the fuzzer can feel its way.
 *
 * <pre>{@code
 * Choices choices = new Choices(input);
 * while (choices.more()) {
 *   text.append(choices.of(PIECES));
 * }
 * }</pre>
 */
public final class Choices {
  private final byte[] input;
  private int at;

  /** From the start of an input, which must not change. */
  public Choices(byte[] input) {
    this.input = input;
  }

  /** Whether anything is left to choose by. */
  public boolean more() {
    return at < input.length;
  }

  /**
   * A number from 0 up to and without the bound.
   *
   * @param bound at least 1; two bytes are read when it is above 256
   */
  public int below(int bound) {
    int value = next();
    if (bound > 256) {
      value = value << 8 | next();
    }
    return value % bound;
  }

  /** One of two; false after the end. */
  public boolean yes() {
    return (next() & 1) == 1;
  }

  /** One of these, of which there is at least one. */
  public <T> T of(List<T> all) {
    return all.get(below(all.size()));
  }

  /** Text of up to so many bytes of the input, read as UTF-8; what is not UTF-8 becomes U+FFFD. */
  public String text(int longest) {
    int length = Math.min(below(longest + 1), input.length - at);
    String text = new String(input, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  /** All that is left. */
  public byte[] rest() {
    byte[] rest = Arrays.copyOfRange(input, at, input.length);
    at = input.length;
    return rest;
  }

  private int next() {
    return at < input.length ? input[at++] & 0xff : 0;
  }
}
