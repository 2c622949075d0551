package io.quintet.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.http.Request;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TemplateErrorPageTest {
  private static final Map<String, String> TEMPLATES =
      Map.of(
          "base.html", "<main>\n{% block body %}{% endblock %}",
          "page.html",
              "{% extends 'base.html' %}{% block body %}\n<i>{{ title }}{{ api_token }}</i> <b>{{ boom }}</b>\n{% endblock %}");

  private static String page(boolean debug) {
    Supplier<Object> boom =
        () -> {
          throw new IllegalStateException("no <fuel>");
        };
    try (TestSite site =
        TestSite.debugging(
            debug,
            TEMPLATES,
            routes ->
                routes.path(
                    "",
                    request ->
                        Shortcuts.render(
                            request,
                            "page.html",
                            Map.of("title", "<T>", "boom", boom, "api_token", "s3cr3t"))))) {
      return site.send(Request.builder("GET", "/").header("Accept", "text/html").build()).text();
    }
  }

  @Test
  void inDevelopmentTheSourceIsShownWithTheExpressionMarked() {
    assertThat(page(true))
        .contains(
            "<h1>TemplateRenderError in page.html:2:38: IllegalStateException: no &lt;fuel&gt;</h1>")
        .contains("<h2>Template page.html:2:38</h2>")
        .contains("<mark>{{ boom }}</mark>&lt;/b&gt;")
        .contains("<th>base.html:2:1</th><td>{% block body %}</td>")
        .contains("<th>title</th><td>&quot;&lt;T&gt;&quot;</td>")
        .contains("no &lt;fuel&gt;");
  }

  @Test
  void secretsAreMasked() {
    assertThat(page(true)).contains("<th>api_token</th><td>********</td>").doesNotContain("s3cr3t");
  }

  @Test
  void inProductionNothingOfItIsShown() {
    assertThat(page(false))
        .doesNotContain("boom")
        .doesNotContain("page.html")
        .doesNotContain("fuel");
  }

  @Test
  void aPageCanBeSentWhileItIsRendered() {
    try (TestSite site =
        TestSite.of(
            Map.of("long.html", "{% for n in numbers %}{{ n }}é{% endfor %}"),
            routes ->
                routes.path(
                    "",
                    request ->
                        Shortcuts.stream(
                            request, "long.html", Map.of("numbers", List.of(1, 2)))))) {
      assertThat(site.get("/").body()).isInstanceOf(io.quintet.http.Body.Stream.class);
    }
  }
}
