package institute.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Code for the articles, taken from the sources of this site as they were compiled: the lines
 * between {@code // snippet: NAME} and {@code // end snippet}.
 */
final class Snippets {
  private static final String BEGIN = "// snippet: ";
  private static final String END = "// end snippet";

  private Snippets() {}

  /**
   * The lines of one snippet, without the indentation that all of them share.
   *
   * @throws IllegalArgumentException if there is no such file or snippet
   */
  static String read(String file, String name) {
    List<String> lines = new ArrayList<>();
    boolean inside = false;
    for (String line : source(file).lines().toList()) {
      String text = line.strip();
      if (text.equals(BEGIN + name)) {
        inside = true;
      } else if (inside && text.equals(END)) {
        return unindent(lines);
      } else if (inside) {
        lines.add(line);
      }
    }
    throw new IllegalArgumentException(
        "No snippet '"
            + name
            + "' with an end in "
            + file
            + (inside ? " (the end is missing)" : ""));
  }

  /** A whole file, without its package, imports and first comment lines. */
  static String readWhole(String file) {
    String text = source(file);
    int imports = text.lastIndexOf("\nimport ");
    int start = imports < 0 ? text.indexOf(';') + 1 : text.indexOf('\n', imports + 1);
    return text.substring(start).strip() + "\n";
  }

  private static String source(String file) {
    try (@Nullable InputStream in = Snippets.class.getResourceAsStream("/sources/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("No source " + file + " in this site");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unindent(List<String> lines) {
    return String.join("\n", lines).stripIndent().strip() + "\n";
  }
}
