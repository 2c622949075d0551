package io.quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ComponentsTest {
  private static final Map<String, String> COMPONENTS =
      Map.of(
          "card.html",
              "{% load components %}{% props title:text level:number=2 wide:flag=False %}<h{{ level }}>{{ title }}{{ secret }}</h{{ level }}>"
                  + "{% slot %}empty{% endslot %}|{% slot footer %}no footer{% endslot %}",
          "outer.html",
              "{% load components %}{% component 'card.html' title='O' %}({% slot %}none{% endslot %}){% endcomponent %}",
          "wrong.html", "{% load components %}{% props title:words %}");

  private static String render(String source) {
    return Engine.builder()
        .loaders(Loaders.memory(COMPONENTS))
        .build()
        .fromString("{% load components %}" + source)
        .render(Map.of("name", "<Ann>", "secret", "s"));
  }

  @Test
  void aComponentHasParametersAndSlots() {
    assertThat(
            render(
                "{% component 'card.html' title=name level=3 %}Hi {{ name }}{% fill footer %}<{{ secret }}>{% endfill %}{% endcomponent %}"))
        .isEqualTo("<h3>&lt;Ann&gt;</h3>Hi &lt;Ann&gt;|<s>");
  }

  @Test
  void whatIsNotGivenHasADefault() {
    assertThat(render("{% component 'card.html' title='T' %}{% endcomponent %}"))
        .isEqualTo("<h2>T</h2>empty|no footer");
  }

  @Test
  void componentsStandInsideEachOther() {
    assertThat(
            render(
                "{% component 'card.html' title='A' %}{% component 'card.html' title='B' %}in{% fill footer %}f{% endfill %}{% endcomponent %}{% endcomponent %}"))
        .isEqualTo("<h2>A</h2><h2>B</h2>in|f|no footer");
  }

  @Test
  void aComponentHandsItsSlotOn() {
    assertThat(render("{% component 'outer.html' %}deep{% endcomponent %}"))
        .isEqualTo("<h2>O</h2>(deep)|no footer");
  }

  @Test
  void aMissingParameterIsAnError() {
    assertThatThrownBy(() -> render("{% component 'card.html' %}{% endcomponent %}"))
        .hasMessageStartingWith(
            "card.html:1:22: The component needs 'title' (text): {% component … title=… %}.");
  }

  @Test
  void anUnknownParameterIsAnError() {
    assertThatThrownBy(
            () -> render("{% component 'card.html' title='T' levl=2 %}{% endcomponent %}"))
        .hasMessageContaining(
            "The component has no parameter 'levl' (did you mean 'level'?), only: title, level, wide.");
  }

  @Test
  void aParameterOfAnotherTypeIsAnError() {
    assertThatThrownBy(
            () -> render("{% component 'card.html' title='T' level='x' %}{% endcomponent %}"))
        .hasMessageContaining("'level' is a number of the component, not a SafeString.");
  }

  @Test
  void anUnknownTypeIsASyntaxError() {
    assertThatThrownBy(() -> render("{% component 'wrong.html' title='T' %}{% endcomponent %}"))
        .hasMessageContaining("'words' is no type of 'props': text, number, flag, list, any");
  }

  @Test
  void aFillOutsideOfAComponentIsAnError() {
    assertThatThrownBy(() -> render("{% fill x %}{% endfill %}"))
        .hasMessageContaining("'fill' stands outside of a component.");
  }
}
