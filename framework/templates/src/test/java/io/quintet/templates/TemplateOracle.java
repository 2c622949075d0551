package io.quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What holds for whatever a template says: it can be read or there is a syntax error with its
 * place; it renders, or there is a template error; all ways to render give the same; no value gets
 * into the page unescaped.
 */
final class TemplateOracle {
  /** Signs of the private use area around each hostile character of a value. */
  private static final String BEFORE = "\ue001";

  private static final String AFTER = "\ue002";

  private static final Pattern RAW =
      Pattern.compile(BEFORE + "([<>&\"']|&(?!lt;|gt;|amp;|quot;|#x27;|#39;))" + AFTER);

  /** With the quotation mark that JSON in a script may hold. */
  private static final Pattern RAW_TAGS = Pattern.compile(BEFORE + "[<>&]" + AFTER);

  private TemplateOracle() {}

  /** A text in which each character that HTML escapes stands between two signs. */
  static String marked(String text) {
    StringBuilder marked = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if ("<>&\"'".indexOf(c) >= 0) {
            marked.append(BEFORE).appendCodePoint(c).append(AFTER);
          } else {
            marked.appendCodePoint(c);
          }
        });
    return marked.toString();
  }

  /** The source as it may be written: without the signs. */
  static String withoutSigns(String source) {
    return source.replace(BEFORE, "").replace(AFTER, "");
  }

  /** The template, or null if it has a syntax error, which knows its place. */
  static @Nullable Template read(Engine engine, String name, String source) {
    try {
      return engine.fromString(name, source);
    } catch (TemplateSyntaxError error) {
      assertThat(error.reason()).isNotBlank();
      Position position = error.position();
      assertThat(position).as("place of: %s", error.reason()).isNotNull();
      String[] lines = source.split("\n", -1);
      assertThat(position.line()).isBetween(1, lines.length);
      assertThat(lines[position.line() - 1].substring(position.column() - 1))
          .as("what stands at the place of: %s", error.reason())
          .startsWith("{");
      return null;
    }
  }

  /** Renders in each way; null if it ends in an error, which must be the same for all ways. */
  static @Nullable String render(Template template, Map<String, ? extends @Nullable Object> names) {
    String text = null;
    String failure = null;
    try {
      text = template.render(names);
    } catch (TemplateException e) {
      failure = e.getMessage();
      assertThat(failure).isNotBlank();
    }
    try {
      byte[] bytes = template.renderBytes(names);
      assertThat(failure).as("only rendering as text fails").isNull();
      assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(asUtf8(text));
      ByteArrayOutputStream stream = new ByteArrayOutputStream();
      template.render(Context.of(names), stream);
      assertThat(stream.toByteArray()).isEqualTo(bytes);
      StringBuilder builder = new StringBuilder();
      template.render(Context.of(names), builder);
      assertThat(builder.toString()).isEqualTo(text);
    } catch (TemplateException e) {
      assertThat(e.getMessage()).isEqualTo(failure);
    }
    return text;
  }

  /** A lone surrogate has no bytes; it is a question mark among them. */
  private static String asUtf8(@Nullable String text) {
    return text == null
        ? ""
        : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** Nothing of a marked value stands raw in the page. */
  static void escaped(String page, boolean json) {
    assertThat((json ? RAW_TAGS : RAW).matcher(page).find())
        .as("a value stands unescaped in: %s", page)
        .isFalse();
  }
}
