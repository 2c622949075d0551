package institute.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/**
 * A text of the sample content: {@code name: value} lines, an empty line, then Markdown. A line {@code
 * @snippet FILE#NAME} stands for that code of this site.
 */
record Manuscript(String file, Map<String, String> head, String body) {
  private static final String DIRECTIVE = "@snippet ";
  private static final int WORDS_A_MINUTE = 200;

  static Manuscript read(String file) {
    try (@Nullable InputStream in = Manuscript.class.getResourceAsStream("/content/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("No content " + file);
      }
      return parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Manuscript parse(String file, String text) {
    int end = text.indexOf("\n\n");
    if (end < 0) {
      throw new IllegalArgumentException(file + ": an empty line must end the head");
    }
    Map<String, String> head = new LinkedHashMap<>();
    for (String line : text.substring(0, end).split("\n", -1)) {
      int colon = line.indexOf(':');
      if (colon <= 0) {
        throw new IllegalArgumentException(file + ": expected 'name: value', found '" + line + "'");
      }
      head.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
    return new Manuscript(file, head, text.substring(end + 2));
  }

  String get(String name) {
    String value = head.get(name);
    if (value == null) {
      throw new IllegalArgumentException(file + ": the head lacks '" + name + "'");
    }
    return value;
  }

  /** The values of a name, separated by commas; none when the name is absent. */
  List<String> list(String name) {
    String value = head.getOrDefault(name, "");
    return Arrays.stream(value.split(",", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /** The body as HTML, code included. */
  String html() {
    var markdown = new StringBuilder();
    for (String line : body.split("\n", -1)) {
      if (line.startsWith(DIRECTIVE)) {
        markdown.append("```java\n").append(code(line)).append("```\n");
      } else {
        markdown.append(line).append('\n');
      }
    }
    return HtmlRenderer.builder()
        .escapeHtml(true)
        .build()
        .render(Parser.builder().build().parse(markdown.toString()));
  }

  /** The code that a directive names: {@code FILE#SNIPPET}, or a whole file. */
  private static String code(String directive) {
    String[] target = directive.substring(DIRECTIVE.length()).strip().split("#", 2);
    return target.length == 2 ? Snippets.read(target[0], target[1]) : Snippets.readWhole(target[0]);
  }

  /** How long it takes to read, in whole minutes. */
  int minutes() {
    int words = body.split("\\s+").length;
    return Math.max(1, Math.ceilDiv(words, WORDS_A_MINUTE));
  }
}
