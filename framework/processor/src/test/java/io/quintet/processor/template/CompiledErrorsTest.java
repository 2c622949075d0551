package io.quintet.processor.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quintet.templates.Engine;
import io.quintet.templates.Snapshot;
import io.quintet.templates.TemplateException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of a compiled template that fails while it is rendered. */
class CompiledErrorsTest {
  @TempDir Path output;

  private Project.Running project() {
    return new Project(output)
        .template("base.html", "<html>\n{% block body %}{% endblock %}")
        .template(
            "page.html",
            "{% extends 'base.html' %}\n{% block body %}\n{% for i in items %}\n  {% include 'card.html' with it=i %}\n{% endfor %}{% endblock %}")
        .template("card.html", "one\n<b>{{ it.name }}</b> {{ it.broken.length }}\nthree")
        .java(
            "Item",
            "public record Item(String name) {"
                + " public String broken() { throw new IllegalStateException(\"no fuel\"); } }")
        .java("Page", "@TemplateFor(\"page.html\") public record Page(List<Item> items) {}")
        .java(
            "Sample",
            "public class Sample { public static Page page() { return new Page(List.of(new Item(\"first\"))); } }")
        .run();
  }

  private TemplateException fail(boolean debug) {
    Project.Running project = project();
    Engine engine = project.engine(Map.of(), builder -> builder.debug(debug));
    return catchThrowableOfType(
        TemplateException.class, () -> engine.page(project.page()).render());
  }

  @Test
  void theErrorNamesTheExpressionAndTheWayThere() {
    TemplateException error = fail(false);
    assertThat(error)
        .hasMessage("card.html:2:22: IllegalStateException: no fuel\n    {{ it.broken.length }}");
    assertThat(error.trail())
        .extracting(place -> place + " " + place.text())
        .containsExactly(
            "page.html:4:3 {% include 'card.html' with it=i %}",
            "base.html:2:1 {% block body %}", "page.html:1:1 {% extends 'base.html' %}");
    assertThat(error.snapshot()).isEmpty();
  }

  @Test
  void inDevelopmentTheValuesNearItAreKept() {
    TemplateException error = fail(true);
    Snapshot seen = error.snapshot().orElseThrow();
    assertThat(error.position()).hasToString("card.html:2:22");
    assertThat(seen.lines().get(1))
        .isEqualTo(new Snapshot.Line(2, "<b>{{ it.name }}</b> ", "{{ it.broken.length }}", ""));
    assertThat(seen.values()).containsKey("it");
    assertThat(error.trail()).hasSize(3);
  }
}
