package io.quintet.processor.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Components of strict templates: what they are given is checked when the project compiles. */
class StrictComponentsTest {
  @TempDir Path output;

  private Project project(String template) {
    return new Project(output)
        .template(
            "card.html",
            "{% load components %}{% props title:text level:number=2 wide:flag=False rows:list any %}"
                + "<h{{ level }}>{{ title }}{% if wide %}!{% endif %}</h{{ level }}>{% for r in rows %}{{ r }},{% endfor %}"
                + "{% autoescape off %}{% slot %}empty{% endslot %}{% endautoescape %}|{% slot footer %}no {{ title }}{% endslot %}")
        .template(
            "outer.html",
            "{% load components %}{% props label:text %}{% component 'card.html' title=label rows=label|make_list any=1 %}({% slot %}none{% endslot %}){% endcomponent %}")
        .template(
            "on.html",
            "{% load components %}{% component 'card.html' title=label rows=label|make_list any=1 %}{% slot %}{% endslot %}{% fill footer %}{% slot %}f{% endslot %}{% endfill %}{% endcomponent %}")
        .template("free.html", "{% load components %}[{{ a }}{{ b }}]")
        .template("page.html", "{% load components %}" + template)
        .java(
            "Page",
            "@TemplateFor(\"page.html\") public record Page(String title, int level, double share, boolean wide,"
                + " List<String> rows, String[] array, Map<String, String> map, Object anything, String none) {}")
        .java(
            "Sample",
            "public class Sample { public static Page page() { return new Page(\"<T>\", 3, 0.5, true,"
                + " List.of(\"a&\", \"b\"), new String[] {\"x\"}, Map.of(\"k\", \"v\"), \"words\", null); } }");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% component 'card.html' title=title rows=rows any=none %}{% endcomponent %}",
        "{% component 'card.html' title='T<' level=level wide=wide rows=array any=map %}Hi {{ title }}{% endcomponent %}",
        "{% component 'card.html' title=title level=share rows=map any=1 %}{% fill footer %}<{{ title }}>{% endfill %}{% endcomponent %}",
        "{% for r in rows %}{% component 'card.html' title=r rows=rows any=r %}in {{ r }}{{ forloop.counter }}{% fill footer %}{% cycle 'a' 'b' %}{% endfill %}{% endcomponent %}{% endfor %}",
        "{% component 'card.html' title='A' rows=rows any=1 %}{% component 'card.html' title='B' rows=rows any=1 %}x{{ title }}{% fill footer %}f{% endfill %}{% endcomponent %} y{% endcomponent %}",
        "{% component 'outer.html' label=title %}deep {{ title }}{% endcomponent %}",
        "{% component 'outer.html' label=anything %}{% endcomponent %}",
        "{% component 'free.html' a=title b=level %}{% endcomponent %}",
        "{% component 'card.html' title=title rows=rows any=1 %}{% if wide %}shown{% endif %}{% endcomponent %}",
        "{% component 'card.html' title=title rows=rows any=1 %}{% if none %}hidden{% endif %}{% endcomponent %}",
        "{% component 'card.html' title=title rows=rows any=1 %}{{ none }}{% endcomponent %}",
        "{% autoescape off %}{% component 'card.html' title=title rows=rows any=1 %}{{ title }}{% endcomponent %}{% endautoescape %}",
        "{% component 'on.html' label=title %}{{ title }}{% endcomponent %}{% component 'on.html' label=title %} {% endcomponent %}",
      })
  void aCompiledComponentWritesWhatTheInterpreterWrites(String template) {
    Project.Running project = project(template).run();
    assertThat(project.render(Map.of()))
        .isEqualTo(
            project
                .interpreted("page.html", "{% load components %}" + template + " ", Map.of())
                .stripTrailing());
  }

  @Test
  void aValueWithoutATypeIsCheckedWhileThePageIsRendered() {
    Project.Running project =
        project(
                "{% component 'card.html' title='T' level=anything rows=rows any=1 %}{% endcomponent %}")
            .run();
    assertThatThrownBy(() -> project.render(Map.of()))
        .hasMessage(
            "page.html:1:22: 'level' is a number of the component, not a String.\n"
                + "    {% component 'card.html' title='T' level=anything rows=rows any=1 %}");
  }

  @Nested
  class Refused {
    private List<String> errors(String template) {
      return project(template).errors();
    }

    @Test
    void anUnknownParameter() {
      assertThat(
              errors(
                  "\n{% component 'card.html' title='T' levl=2 rows=rows any=1 %}{% endcomponent %}"))
          .containsExactly(
              "page.html:2:1: unknown parameter 'levl' of the component 'card.html' (did you mean 'level'?). It has:"
                  + " title, level, wide, rows, any.\n"
                  + "    {% component 'card.html' title='T' levl=2 rows=rows any=1 %}");
    }

    @Test
    void aMissingParameter() {
      assertThat(errors("{% component 'card.html' rows=rows any=1 %}{% endcomponent %}"))
          .containsExactly(
              "page.html:1:22: the component 'card.html' needs 'title' (text). Write: {% component 'card.html' title=… %}.\n"
                  + "    {% component 'card.html' rows=rows any=1 %}");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "title=level ~ 'title' of the component 'card.html' is a text, but level has the type int.",
          "title='T' level=title ~ 'level' of the component 'card.html' is a number, but title has the type String.",
          "title='T' level='2' ~ 'level' of the component 'card.html' is a number, but '2' has the type text.",
          "title='T' wide=rows ~ 'wide' of the component 'card.html' is a flag, but rows has the type List.",
        })
    void aParameterOfAnotherType(String row) {
      String[] parts = row.split(" ~ ", 2);
      String tag = "{% component 'card.html' " + parts[0] + " rows=rows any=1 %}";
      assertThat(errors(tag + "{% endcomponent %}"))
          .containsExactly("page.html:1:22: the parameter " + parts[1] + "\n    " + tag);
    }

    @Test
    void aTextWhereAListIsDeclared() {
      assertThat(errors("{% component 'card.html' title='T' rows=level any=1 %}{% endcomponent %}"))
          .singleElement()
          .asString()
          .contains("'rows' of the component 'card.html' is a list, but level has the type int.");
    }

    @Test
    void anUnknownSlot() {
      assertThat(
              errors(
                  "{% component 'card.html' title='T' rows=rows any=1 %}\n  {% fill foter %}x{% endfill %}{% endcomponent %}"))
          .containsExactly(
              "page.html:2:3: unknown slot 'foter' of the component 'card.html' (did you mean 'footer'?). It has: the"
                  + " main slot, footer.\n"
                  + "    {% fill foter %}");
    }

    @Test
    void contentOfAComponentWithoutASlot() {
      assertThat(errors("{% component 'free.html' a=1 b=2 %}lost{% endcomponent %}"))
          .containsExactly(
              "page.html:1:22: the component 'free.html' has no {% slot %} for what stands in it. It has: no slots.\n"
                  + "    {% component 'free.html' a=1 b=2 %}");
    }

    @Test
    void aSlotThatIsFilledTwiceOrNowhere() {
      assertThat(
              errors(
                  "{% component 'card.html' title='T' rows=rows any=1 %}{% fill footer %}a{% endfill %}{% fill footer %}b{% endfill %}{% endcomponent %}"
                      + "{% fill footer %}c{% endfill %}"))
          .hasSize(2);
    }

    @Test
    void anUnknownNameInsideOfAComponentAndOfItsSlots() {
      assertThat(
              errors(
                  "{% component 'free.html' a=1 %}{% endcomponent %}{% component 'card.html' title='T' rows=rows any=1 %}x{{ titel }}{% fill footer %}{{ nam }}{% endfill %}{% endcomponent %}"))
          .hasSize(3)
          .anyMatch(e ->
              e.startsWith(
                  "free.html:1:30: unknown variable 'b' (did you mean 'a'?). There are: a."))
          .anyMatch(e -> e.contains("unknown variable 'titel' (did you mean 'title'?)"))
          .anyMatch(e -> e.contains("unknown variable 'nam'"));
    }
  }
}
