package io.quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.fuzzing.Choices;
import io.quintet.fuzzing.TemplateMaker;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Target of the fuzzer: several templates of nested tags over hostile values. */
public final class TemplateFuzz {
  private static final List<String> TEXTS =
      Arrays.asList(
          "<x onload='&'>",
          "\"><script>alert(1)</script>",
          "http://example.com/?a=1&b=<i>\"'",
          "www.example.com/(a)&lt;b a@b.example &amp; <a href=\"#\">x</a>",
          "&lt;&#x27;&#39;&quot;&amp;&<>",
          "a\n\nb<\r\n>c & 'd' \"e\"",
          "%s %(a)s {{ b }} {% x %}",
          "",
          "12",
          "-3.5",
          "e\u0301\ud83d\ude00<\u2028>\u00df&",
          "<!-- ' --><p title=\"'\">long words of a text & more</p>",
          "]]>&\0'");

  private static final List<Object> THINGS =
      List.of(
          0,
          -7L,
          1.5,
          Double.NaN,
          Double.NEGATIVE_INFINITY,
          1e300,
          new BigDecimal("1e-9"),
          new BigInteger("9".repeat(30)),
          true,
          LocalDate.of(1, 1, 1),
          LocalDate.of(2026, 2, 28),
          LocalDateTime.of(2026, 3, 29, 2, 30),
          LocalTime.MAX,
          ZonedDateTime.of(2026, 10, 25, 2, 30, 0, 0, ZoneId.of("Europe/Berlin")),
          Instant.EPOCH,
          Duration.ofMillis(-1),
          List.of(),
          Map.of(),
          'c',
          new int[] {1, 2},
          Locale.GERMAN);

  /** Copied for each input, since looking for services takes longer than the rest. */
  private static final EngineBuilder BASE = Engine.builder();

  private TemplateFuzz() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    Choices choices = new Choices(input);
    boolean python = choices.yes();
    Map<String, @Nullable Object> names = names(choices);
    TemplateMaker maker = new TemplateMaker(choices);
    Map<String, String> sources = new LinkedHashMap<>();
    sources.put("card.html", "[{{ a }}{{ x }}]");
    if (choices.yes()) {
      sources.put("base.html", maker.base());
      sources.put("page.html", maker.child());
    } else {
      sources.put("page.html", maker.template());
    }
    String page = page(engine(sources, python, false), sources, names);
    assertThat(page(engine(sources, python, true), sources, names))
        .as("in development")
        .isEqualTo(page);
  }

  private static @Nullable String page(
      Engine engine, Map<String, String> sources, Map<String, @Nullable Object> names) {
    boolean readable = true;
    for (Map.Entry<String, String> source : sources.entrySet()) {
      readable &= TemplateOracle.read(engine, source.getKey(), source.getValue()) != null;
    }
    if (!readable) {
      return null;
    }
    String all = String.join("", sources.values());
    // What differs each time, and what only development shows.
    boolean changes = all.contains("|random") || all.contains("{% debug");
    Template template = engine.template("page.html");
    String page;
    try {
      page = changes ? template.render(names) : TemplateOracle.render(template, names);
    } catch (TemplateException failed) {
      return null;
    }
    if (page == null) {
      return null;
    }
    TemplateOracle.escaped(page, all.contains("json_script"));
    return changes ? null : page;
  }

  private static Engine engine(Map<String, String> sources, boolean python, boolean debug) {
    Clock clock = Clock.fixed(Instant.parse("2026-03-15T12:30:45Z"), ZoneOffset.UTC);
    return new EngineBuilder(BASE)
        .loaders(Loaders.memory(sources))
        .pythonOutput(python)
        .stringIfInvalid(python ? "(%s)" : "")
        .debug(debug)
        .clock(() -> clock)
        .zone(() -> ZoneId.of("America/Chicago"))
        .locale(() -> Locale.ENGLISH)
        .build();
  }

  private static Map<String, @Nullable Object> names(Choices choices) {
    Map<String, @Nullable Object> names = new LinkedHashMap<>();
    names.put("a", text(choices));
    names.put("b", text(choices));
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = choices.below(4); i > 0; i--) {
      list.add(choices.yes() ? text(choices) : choices.of(THINGS));
    }
    names.put("list", list);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("k", text(choices));
    map.put(text(choices), choices.of(THINGS));
    names.put("map", map);
    names.put(
        "rows",
        List.of(
            Map.of("name", text(choices)),
            Map.of("name", choices.of(THINGS)),
            List.of(text(choices), List.of(text(choices))),
            Set.of(text(choices))));
    names.put("number", choices.of(THINGS));
    names.put("fraction", choices.of(THINGS));
    names.put("when", choices.of(THINGS));
    names.put("nothing", null);
    names.put("yes", true);
    return names;
  }

  private static String text(Choices choices) {
    return TemplateOracle.marked(
        choices.below(4) == 3 ? TemplateOracle.withoutSigns(choices.text(20)) : choices.of(TEXTS));
  }
}
