package io.quintet.fuzzing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * The inputs of a target that are kept: a text of one input a line, {@code TARGET.corpus} beside
 * the target in the test resources. Letters, digits and punctuation stand for themselves, the rest
 * is written as {@code \n}, {@code \\} or {@code \x00}.
 */
public final class Corpus {
  private static final HexFormat HEX = HexFormat.of();

  private Corpus() {}

  /** One input; it prints as its line, so that a test that fails names it. */
  public record Input(String line) {
    /** What the target is given. */
    public byte[] bytes() {
      return decode(line);
    }

    @Override
    public String toString() {
      return line;
    }
  }

  /**
   * The inputs of a target, in the order of the file.
   *
   * @throws IllegalStateException if the target has no corpus
   */
  public static List<Input> of(Class<?> target) {
    String name = target.getSimpleName() + ".corpus";
    try (InputStream stream = target.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(
            "No corpus for the target "
                + target.getName()
                + ": put a file "
                + name
                + " beside it in src/test/resources, one input a line.");
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines().map(Input::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An input as a line. */
  public static String encode(byte[] input) {
    StringBuilder line = new StringBuilder(input.length + 16);
    for (byte one : input) {
      switch (one) {
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        default -> {
          if (one >= ' ' && one < 0x7f) {
            line.append((char) one);
          } else {
            line.append("\\x").append(HEX.toHexDigits(one));
          }
        }
      }
    }
    return line.toString();
  }

  /**
   * The input of a line.
   *
   * @throws IllegalArgumentException if a backslash begins none of the three signs
   */
  public static byte[] decode(String line) {
    ByteArrayOutputStream input = new ByteArrayOutputStream(line.length());
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i++);
      if (c != '\\') {
        input.write(c);
        continue;
      }
      char kind = i < line.length() ? line.charAt(i++) : ' ';
      switch (kind) {
        case '\\' -> input.write('\\');
        case 'n' -> input.write('\n');
        case 'x' -> {
          int end = Math.min(line.length(), i + 2);
          input.write(HexFormat.fromHexDigits(line, i, end));
          i = end;
        }
        default ->
            throw new IllegalArgumentException(
                "'\\"
                    + kind
                    + "' in a line of a corpus, which has only \\\\, \\n and \\x00: "
                    + line);
      }
    }
    return input.toByteArray();
  }
}
