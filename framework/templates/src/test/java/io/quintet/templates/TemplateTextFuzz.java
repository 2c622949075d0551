package io.quintet.templates;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Target of the fuzzer: any bytes as the text of a template. */
public final class TemplateTextFuzz {
  private static final String VALUE = TemplateOracle.marked("<x onload='&'>\"");
  private static final Engine ENGINE =
      Engine.builder()
          .loaders(
              Loaders.memory(
                  Map.of("card", "[{{ a }}]", "base", "{% block b %}{{ a }}{% endblock %}")))
          .build();

  /** With these a template may say that a value is HTML. */
  private static final Set<String> SAFE = Set.of("safe", "autoescape");

  private static final Map<String, Object> NAMES =
      Map.of(
          "a",
          VALUE,
          "list",
          List.of(VALUE, "b", 3),
          "map",
          Map.of("k", VALUE, VALUE, "v"),
          "n",
          3);

  /** With these a template gives another text each time. */
  private static final Set<String> CHANGING = Set.of("random", "now", "lorem");

  private TemplateTextFuzz() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    String source = TemplateOracle.withoutSigns(new String(input, StandardCharsets.UTF_8));
    Template template = TemplateOracle.read(ENGINE, "page", source);
    if (template == null || CHANGING.stream().anyMatch(source::contains)) {
      return;
    }
    String page = TemplateOracle.render(template, NAMES);
    boolean quoted = "<>&".chars().anyMatch(c -> source.indexOf(c) >= 0);
    if (page != null && !quoted && SAFE.stream().noneMatch(source::contains)) {
      TemplateOracle.escaped(page, true);
    }
  }
}
