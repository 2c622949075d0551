package io.quintet.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.CoreApp;
import io.quintet.core.SiteContext;
import io.quintet.templates.Engine;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateFragmentsTest {
  private static final String CARD =
      "{% load cache %}{% cache 60 card user lang %}{{ n }}{% endcache %}";

  private final MovableClock clock = new MovableClock();
  private final Engine engine = Engine.builder().fragmentCache(new TemplateFragments()).build();
  private final SiteContext site =
      SiteContext.builder("test")
          .env(Map.of())
          .clock(clock)
          .apps(new CoreApp(), new CacheApp())
          .build();

  private String render(String source, Map<String, ?> values) {
    try {
      return site.call(() -> engine.fromString(source).render(values));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String card(String user, String lang, int n) {
    return render(CARD, Map.of("user", user, "lang", lang, "n", n));
  }

  @Test
  void aFragmentIsRenderedOnceForEachOfWhatItDependsOn() {
    assertThat(card("ann", "de", 1)).isEqualTo("1");
    assertThat(card("ann", "de", 2)).isEqualTo("1");
    assertThat(card("bob", "de", 3)).isEqualTo("3");
    assertThat(card("annd", "e", 4)).isEqualTo("4");
  }

  @Test
  void aFragmentIsRenderedAnewWhenItsTimeIsOver() {
    assertThat(card("ann", "de", 1)).isEqualTo("1");
    clock.advance(Duration.ofSeconds(61));
    assertThat(card("ann", "de", 2)).isEqualTo("2");
  }

  @Test
  void oneFragmentOrAllCanBeForgotten() {
    card("ann", "de", 1);
    card("bob", "de", 1);

    site.run(() -> assertThat(TemplateFragments.delete("card", "ann", "de")).isTrue());
    assertThat(card("ann", "de", 2)).isEqualTo("2");
    assertThat(card("bob", "de", 2)).isEqualTo("1");

    site.run(TemplateFragments::clear);
    assertThat(card("bob", "de", 3)).isEqualTo("3");
  }

  @Test
  void aFragmentMayStayForEverOrNotAtAll() {
    String forEver = "{% load cache %}{% cache none f %}{{ n }}{% endcache %}";
    String never = "{% load cache %}{% cache 0 g %}{{ n }}{% endcache %}";
    Map<String, Object> one = new java.util.HashMap<>(Map.of("n", 1));
    Map<String, Object> two = new java.util.HashMap<>(Map.of("n", 2));
    one.put("none", null);
    two.put("none", null);
    render(forEver, one);
    render(never, one);
    clock.advance(Duration.ofDays(1000));

    assertThat(render(forEver, two)).isEqualTo("1");
    assertThat(render(never, two)).isEqualTo("2");
  }

  @Test
  void theTemplateChoosesAnotherCache() {
    assertThatThrownBy(() ->
            render("{% load cache %}{% cache 60 f using=\"pages\" %}x{% endcache %}", Map.of()))
        .hasMessageContaining("There is no cache \"pages\"");
  }

  @Test
  void withoutACacheTheFragmentIsRenderedEveryTime() {
    Engine plain = Engine.builder().build();

    assertThat(plain.fromString(CARD).render(Map.of("n", 1))).isEqualTo("1");
    assertThat(plain.fromString(CARD).render(Map.of("n", 2))).isEqualTo("2");
  }

  @Test
  void aTagUsedWronglySaysWhatIsMissing() {
    assertThatThrownBy(() -> render("{% load cache %}{% cache 60 %}{% endcache %}", Map.of()))
        .hasMessageContaining("''cache'' tag requires at least 2 arguments.");
    assertThatThrownBy(() -> render("{% load cache %}{% cache 'x' f %}{% endcache %}", Map.of()))
        .hasMessageContaining("\"cache\" tag got a non-integer timeout value: 'x'");
  }
}
