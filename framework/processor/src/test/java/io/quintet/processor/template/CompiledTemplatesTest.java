package io.quintet.processor.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A compiled template writes what the interpreter writes. */
class CompiledTemplatesTest {
  @TempDir Path output;

  private Project project(String template) {
    return new Project(output)
        .template(
            "base.html",
            "<{% block title %}base{% endblock %}|{% block body %}{% block inner %}in{% endblock %}{% endblock %}>{% firstof none title %}")
        .template("card.html", "[{{ it.title }}{{ extra }}]")
        .template("page.html", template)
        .java(
            "Item",
            "public record Item(String title, int count, double price, Boolean ready, Optional<String> note, Item next) {"
                + " public boolean isCheap() { return price < 10; } }")
        .java(
            "Page",
            "@TemplateFor(value = \"page.html\", also = {\"user\", \"absent\"})"
                + " public record Page(String title, List<Item> items, Map<String, Integer> stock, Object any, String none) {}")
        .java(
            "Sample",
            "public class Sample { public static Page page() {"
                + " Item last = new Item(\"\", 0, 1e20, null, Optional.empty(), null);"
                + " Item first = new Item(\"<b>'x'</b>\", -12, 9.5, true, Optional.of(\"n&\"), last);"
                + " return new Page(\"T & \\u017e\", List.of(first, last), new TreeMap<>(Map.of(\"a\", 1, \"b\", 2)),"
                + " Map.of(\"k\", List.of(\"v\")), null); } }");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ title }} {{ items.0.title }} {{ any.k.0 }} {{ none }} {{ user.name }} {{ absent }}{{ absent.more }}",
        "{% for i in items %}{{ i.title }}{{ i.count }}{{ i.price }}{{ i.ready }}{{ i.note }}{{ i.next.title }}{{ i.next.count }};{% endfor %}",
        "{% for i in items reversed %}{{ forloop.counter }}{{ forloop.last }}{{ forloop.revcounter0 }}{% empty %}none{% endfor %}",
        "{% for i in none %}x{% empty %}none{% endfor %}",
        "{% for k, v in stock.items %}{{ k }}={{ v }}{% if not forloop.last %}, {% endif %}{% endfor %}{% for k in stock %}{{ k }}{% endfor %}",
        "{% for i in items %}{% for j in items %}{{ forloop.parentloop.counter }}{{ forloop.counter }} {% endfor %}{% endfor %}",
        "{% for i in items %}{% if i.cheap and i.count < 0 %}a{% elif i.title %}b{% else %}c{% endif %}{% endfor %}",
        "{% for i in items %}{% if i.next.cheap or not i.ready %}a{% endif %}{% if i.title == \"\" %}e{% endif %}{% if i.count >= -12.5 %}g{% endif %}{% endfor %}",
        "{% if 'T' in title %}in{% endif %}{% if none is None %}none{% endif %}{% if title > 5 %}bad{% endif %}{% if title %}t{% endif %}",
        "{{ title|upper }}{{ title|lower|capfirst }}{{ title|length }}{{ items|length }}{{ none|default:\"d<\" }}{{ title|default:none }}",
        "{{ title|safe }}{{ title|truncatechars:3 }}{{ 5|add:3 }}{{ 'lit<' }}{{ items.0.price|floatformat:2 }}",
        "{% with a=items.0 n=3 %}{{ a.title }}{{ n }}{% with a=title %}{{ a }}{% endwith %}{{ a.count }}{% endwith %}",
        "{% autoescape off %}{{ title }}{{ items.0.title }}{{ items.0.title|upper }}{% endautoescape %}{{ title }}",
        "{% include 'card.html' with it=items.0 extra=5 %}{% include 'card.html' with it=items.1 extra=title only %}",
        "{% extends 'base.html' %}{% block title %}{{ block.super }}+{{ title }}{% endblock %}{% block inner %}({{ block.super }}{{ title }}){% endblock %}",
        "{% extends 'base.html' %}{% block body %}[{{ block.super }}]{% endblock %}{% block inner %}{% for i in items %}{{ i.count }}{% endfor %}{% endblock %}",
        "{% for i in items %}{% cycle 'a' 'b' %}{% ifchanged i.ready %}c{% endifchanged %}{% firstof i.title 'f' %}{% endfor %}",
        "{% for i in items %}{% firstof i.title 'x' as f %}{{ f }}{{ forloop.counter }}{% endfor %}",
        "{% filter upper %}{{ title }}{% for i in items %}{{ i.title }}{% endfor %}{% endfilter %}",
        "{% spaceless %}<p> <b>{{ title }}</b> </p>{% endspaceless %}{% widthratio items.0.count 3 100 %}",
        "{% load i18n %}{% language 'de' %}{{ items.0.price }}{% endlanguage %}{{ items.0.price }}{% blocktranslate %}Hi {{ title }}{% endblocktranslate %}",
        "{% partialdef p %}<{{ title }}>{% endpartialdef %}{% partial p %}",
        "{% comment %}{{ unknown }}{% endcomment %}{# c #}{% verbatim %}{{ x }}{% endverbatim %}\"\\\n\t\u00e9\u6771",
      })
  void writesTheSame(String template) {
    Project.Running project = project(template).run();
    Map<String, Object> also = Map.of("user", Map.of("name", "A&B"));
    String marked = template.startsWith("{% extends") ? template + "{# #}" : "{# #}" + template;
    assertThat(project.render(also))
        .isEqualTo(project.interpreted("page.html", marked, also))
        .isNotEqualTo(template);
  }

  @Test
  void bytesAreTheTextInUtf8() {
    Project.Running project = project("\u00e9{{ title }}{{ items.0.title }}").run();
    assertThat(project.engine(Map.of()).page(project.page()).renderBytes())
        .isEqualTo(
            "\u00e9T &amp; \u017e&lt;b&gt;&#x27;x&#x27;&lt;/b&gt;"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void aSitesOwnPageOfTheSameNameComesFirst() {
    Project.Running project = project("compiled {{ title }}").run();
    assertThat(project.interpreted("page.html", "mine {{ title }}", Map.of()))
        .isEqualTo("mine T &amp; \u017e");
  }

  @Test
  void aRecordWithoutATemplateIsRefused() {
    Project.Running project = project("x").run();
    record Pge(String title) {}
    assertThatThrownBy(() -> project.engine(Map.of()).page(new Pge("x")))
        .hasMessage(
            "No template was compiled for the record Pge (did you mean 'Page'?). Annotate it with"
                + " @TemplateFor(\"the template's name\") and compile with quintet-processor.");
  }
}
