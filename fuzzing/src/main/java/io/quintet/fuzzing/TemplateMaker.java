package io.quintet.fuzzing;

import java.util.List;

/**
 * Writes templates by choices: nested tags, expressions with filters, slips. None of what it writes
 * says that a value is HTML, and no literal holds a character that HTML escapes, so whatever of
 * these stands raw in the page between the signs of a value got there by mistake.
 */
public final class TemplateMaker {
  private static final int DEEPEST = 5;
  private static final int LONGEST = 6;

  /** Names that the context has, and some that it has not. */
  private static final List<String> NAMES =
      List.of(
          "a",
          "b",
          "list",
          "map",
          "rows",
          "number",
          "fraction",
          "when",
          "nothing",
          "yes",
          "absent",
          "map.k",
          "map.items",
          "rows.0",
          "rows.0.name",
          "list.1",
          "a.0",
          "row.name",
          "x",
          "forloop.counter",
          "forloop.parentloop.last",
          "forloop",
          "block.super",
          "block.name",
          "list.99999999999",
          "map.a.b.c",
          "map.k.k");

  private static final List<String> LITERALS =
      List.of(
          "\"\"",
          "\"text\"",
          "'é漢'",
          "\"%s\"",
          "\"Y-m-d H:i\"",
          "_(\"text\")",
          "0",
          "-1",
          "3",
          "2.5",
          "1e3",
          "99999999999999999999",
          "\"1,2,3\"",
          "\":2\"",
          "\"::-1\"",
          "\"2\"",
          "\"-3g\"",
          "\"name\"",
          "\"k\"",
          "None",
          "True");

  private static final List<String> FILTERS =
      List.of(
          "upper",
          "lower",
          "title",
          "capfirst",
          "escape",
          "force_escape",
          "escapejs",
          "addslashes",
          "linebreaks",
          "linebreaksbr",
          "linenumbers",
          "striptags",
          "urlize",
          "urlencode",
          "iriencode",
          "slugify",
          "wordcount",
          "length",
          "first",
          "last",
          "make_list",
          "random",
          "unordered_list",
          "floatformat",
          "filesizeformat",
          "phone2numeric",
          "pluralize",
          "yesno",
          "pprint",
          "date",
          "time",
          "timesince",
          "timeuntil",
          "json_script",
          "urlizetrunc:",
          "truncatechars:",
          "truncatewords:",
          "truncatechars_html:",
          "truncatewords_html:",
          "default:",
          "default_if_none:",
          "add:",
          "cut:",
          "join:",
          "slice:",
          "ljust:",
          "rjust:",
          "center:",
          "wordwrap:",
          "stringformat:",
          "divisibleby:",
          "get_digit:",
          "dictsort:",
          "dictsortreversed:",
          "length_is:",
          "floatformat:",
          "date:",
          "time:",
          "timesince:",
          "pluralize:",
          "yesno:",
          "json_script:",
          "urlencode:",
          "intcomma",
          "intword",
          "ordinal",
          "apnumber",
          "naturaltime",
          "naturalday",
          "localize",
          "unlocalize",
          "localtime",
          "utc",
          "timezone:",
          "language_name",
          "nope");

  private static final List<String> OPERATORS =
      List.of("==", "!=", "<", ">", "<=", ">=", "in", "not in", "is", "is not", "and", "or");

  private static final List<String> SLIPS =
      List.of(
          "{{",
          "}}",
          "{%",
          "%}",
          "{#",
          "#}",
          "{{}}",
          "{%%}",
          "{% nope %}",
          "{% endif %}",
          "{% endblock %}",
          "{% else %}",
          "{% empty %}",
          "{% plural %}",
          "{{ a|",
          "{{ 'open }}",
          "{{ a b }}",
          "{{ |upper }}",
          "{% if a == %}",
          "{% for %}",
          "{% with a= %}",
          "{% load nope %}",
          "{{ _a }}",
          "\u0000",
          "{% block x",
          "{% extends a %}",
          "{% cycle %}",
          "{% url %}");

  private final Choices choices;
  private final StringBuilder text = new StringBuilder();

  /** Writes by these choices. */
  public TemplateMaker(Choices choices) {
    this.choices = choices;
  }

  /** One template; call again for the next. */
  public String template() {
    text.setLength(0);
    text.append("{% load i18n l10n tz static cache humanize %}");
    nodes(0);
    return text.toString();
  }

  /** A template that has blocks, to extend. */
  public String base() {
    text.setLength(0);
    body("{% block one %}", 2, "{% endblock %}");
    body("{% block two %}", 2, "{% endblock two %}");
    return text.toString();
  }

  /** A template that extends {@code base.html}. */
  public String child() {
    text.setLength(0);
    text.append("{% extends \"base.html\" %}{% load i18n l10n tz static cache humanize %}");
    body("{% block one %}", 1, "{% endblock %}");
    if (choices.yes()) {
      body("{% block two %}{{ block.super }}", 1, "{% endblock %}");
    }
    return text.toString();
  }

  private void nodes(int depth) {
    for (int i = choices.below(LONGEST); i > 0 && choices.more(); i--) {
      node(depth);
    }
  }

  private void node(int depth) {
    int kind = choices.below(depth < DEEPEST ? 40 : 14);
    switch (kind) {
      case 0 -> text.append(choices.of(List.of("text ", "é漢", "\n", " \t", "{ ", "p}", "\u2028")));
      case 1 -> text.append(choices.of(SLIPS));
      case 2, 3, 4, 5 -> tag("{{ ", " }}");
      case 6 -> simple();
      case 7 -> text.append("{% firstof ").append(values(3)).append(choices.of(AS)).append(" %}");
      case 8 -> text.append("{% cycle ").append(values(3)).append(choices.of(AS)).append(" %}");
      case 9 ->
          text.append("{% include ")
              .append(choices.of(List.of("\"card.html\"", "a", "absent", "\"page.html\"")))
              .append(choices.of(List.of("", " with a=", " with x=")));
      case 10 -> text.append("{% regroup ").append(value()).append(" by name as x %}");
      case 11 -> text.append("{% translate ").append(value()).append(choices.of(AS)).append(" %}");
      case 12 -> text.append("{% widthratio ").append(values(3)).append(" %}");
      case 13 -> text.append("{# ").append(value()).append(" #}");
      case 14, 15, 16 -> condition(depth);
      case 17, 18, 19 -> loop(depth);
      case 20 -> body("{% with x=" + value() + " %}", depth, "{% endwith %}");
      case 21 -> body("{% with " + value() + " as b %}", depth, "{% endwith %}");
      case 22 -> body("{% filter " + filters() + " %}", depth, "{% endfilter %}");
      case 23 -> body("{% spaceless %}", depth, "{% endspaceless %}");
      case 24 -> body("{% ifchanged " + values(2) + "%}", depth, "{% endifchanged %}");
      case 25 -> body("{% block x" + choices.below(3) + " %}", depth, "{% endblock %}");
      case 26 -> body("{% partialdef p" + choices.below(2) + " %}", depth, "{% endpartialdef %}");
      case 27 -> text.append("{% partial p").append(choices.below(2)).append(" %}");
      case 28 -> translated();
      case 29 -> body("{% verbatim %}", depth, "{% endverbatim %}");
      case 30 -> body("{% comment %}", depth, "{% endcomment %}");
      case 31 -> body("{% localize off %}", depth, "{% endlocalize %}");
      case 32 -> body("{% timezone " + value() + " %}", depth, "{% endtimezone %}");
      case 33 -> body("{% language " + value() + " %}", depth, "{% endlanguage %}");
      case 34 -> body("{% cache 9 x " + values(2) + "%}", depth, "{% endcache %}");
      case 35 -> body("{% autoescape on %}", depth, "{% endautoescape %}");
      case 36 -> text.append("{% now ").append(choices.of(LITERALS)).append(" as x %}");
      case 37 -> text.append("{% static ").append(value()).append(choices.of(AS)).append(" %}");
      case 38 -> text.append("{% querystring ").append("x=").append(value()).append(" %}");
      default -> text.append("{% debug %}");
    }
    if (kind == 9) {
      text.append(text.charAt(text.length() - 1) == '=' ? value() : "").append(" %}");
    }
  }

  private static final List<String> AS = List.of("", " as x");

  private void tag(String open, String close) {
    text.append(open).append(value()).append(close);
  }

  private void simple() {
    text.append(
        choices.of(
            List.of(
                "{% csrf_token %}",
                "{% templatetag openblock %}",
                "{% get_static_prefix %}",
                "{% get_current_language as x %}{{ x }}",
                "{% resetcycle %}",
                "{% lorem 3 w %}",
                "{% cycle x %}")));
  }

  private void condition(int depth) {
    text.append("{% if ").append(condition()).append(" %}");
    nodes(depth + 1);
    if (choices.yes()) {
      text.append("{% elif ").append(condition()).append(" %}");
      nodes(depth + 1);
    }
    if (choices.yes()) {
      text.append("{% else %}");
      nodes(depth + 1);
    }
    text.append("{% endif %}");
  }

  private String condition() {
    StringBuilder condition = new StringBuilder(choices.yes() ? "not " : "").append(value());
    for (int i = choices.below(3); i > 0; i--) {
      condition.append(' ').append(choices.of(OPERATORS)).append(' ').append(value());
    }
    return condition.toString();
  }

  private void loop(int depth) {
    text.append("{% for ")
        .append(choices.of(List.of("x", "row", "a", "x, b", "a,row")))
        .append(" in ")
        .append(value())
        .append(choices.of(List.of(" %}", " reversed %}")));
    nodes(depth + 1);
    if (choices.yes()) {
      text.append("{% empty %}");
      nodes(depth + 1);
    }
    text.append("{% endfor %}");
  }

  private void translated() {
    text.append("{% blocktranslate ")
        .append(
            choices.of(
                List.of(
                    "",
                    "trimmed ",
                    "asvar b ",
                    "with x=" + value() + " ",
                    "count n=" + value() + " ")))
        .append("%}one {{ a }} {{ x }}\n")
        .append(choices.of(List.of("", "{% plural %}many {{ n }}{{ b }}", "%s%%")))
        .append("{% endblocktranslate %}");
  }

  private void body(String open, int depth, String close) {
    text.append(open);
    nodes(depth + 1);
    text.append(close);
  }

  private String values(int most) {
    StringBuilder values = new StringBuilder();
    for (int i = choices.below(most + 1); i > 0; i--) {
      values.append(value()).append(' ');
    }
    return values.toString();
  }

  private String value() {
    StringBuilder value =
        new StringBuilder(choices.below(4) == 3 ? choices.of(LITERALS) : choices.of(NAMES));
    for (int i = choices.below(4); i > 0; i--) {
      value.append('|').append(filter());
    }
    return value.toString();
  }

  private String filters() {
    return choices.yes() ? filter() + "|" + filter() : filter();
  }

  private String filter() {
    String filter = choices.of(FILTERS);
    if (!filter.endsWith(":")) {
      return filter;
    }
    return filter + (choices.yes() ? choices.of(NAMES) : choices.of(LITERALS));
  }
}
