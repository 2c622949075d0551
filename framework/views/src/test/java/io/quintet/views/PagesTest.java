package io.quintet.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.forms.Field;
import io.quintet.forms.Form;
import io.quintet.forms.validators.ValidationException;
import io.quintet.http.Response;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final Map<String, String> TEMPLATES =
      Map.of(
          "about.html",
          "<h1>{{ title }}</h1><a href=\"{% url 'thanks' %}\">{{ request.path }}</a>",
          "greet.html",
          "<form>{{ form.name.errors }}{{ form.non_field_errors }}{{ form.name }}</form>",
          "404.html",
          "<h1>Nothing at {{ request.path }}</h1>");

  static final class GreetForm extends Form {
    final Field<String> name = text("name").maxLength(10);
  }

  private final TestSite site =
      TestSite.of(
          TEMPLATES,
          routes -> {
            routes.path(
                "about/", TemplateView.of("about.html").with(request -> Map.of("title", "<Us>")));
            routes.path(
                "hand/", request -> Shortcuts.render(request, "about.html", Map.of("title", "x")));
            routes.path("old/", RedirectView.to("thanks").permanent().keepQuery());
            routes.path("thanks/", request -> Response.text("Thank you")).name("thanks");
            routes.path(
                "greet/",
                FormView.of(GreetForm::new)
                    .template("greet.html")
                    .onValid((request, form) -> {
                      if (form.name.value().equals("Bob")) {
                        throw new ValidationException("Not you again.");
                      }
                      return Shortcuts.redirect("thanks");
                    }));
          });

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aTemplateIsRenderedWithItsValuesAndThoseOfEveryPage() {
    assertThat(site.get("/about/").text())
        .isEqualTo("<h1>&lt;Us&gt;</h1><a href=\"/thanks/\">/about/</a>");
    assertThat(site.get("/hand/").text()).startsWith("<h1>x</h1>");
  }

  @Test
  void aPageThatIsOnlyReadRefusesOtherMethods() {
    Response response = site.post("/about/", "");
    assertThat(response.status()).isEqualTo(405);
    assertThat(response.header("Allow")).contains("GET, HEAD, OPTIONS");
  }

  @Test
  void aRedirectFindsItsRouteByName() {
    Response response = site.get("/old/?page=2");
    assertThat(response.status()).isEqualTo(301);
    assertThat(response.header("Location")).contains("/thanks/?page=2");
  }

  @Test
  void aFormIsShownThenShownAgainWithErrorsAndInputThenActedUpon() {
    assertThat(site.get("/greet/").text()).contains("name=\"name\"").doesNotContain("errorlist");
    Response again = site.post("/greet/", "name=someone+much+too+long");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text())
        .contains("Ensure this value has at most 10 characters (it has 21).")
        .contains("value=\"someone much too long\"");
    Response done = site.post("/greet/", "name=Ann");
    assertThat(done.status()).isEqualTo(302);
    assertThat(done.header("Location")).contains("/thanks/");
  }

  @Test
  void anActionCanRefuseAValidForm() {
    assertThat(site.post("/greet/", "name=Bob").text())
        .contains("<ul class=\"errorlist nonfield\"><li>Not you again.</li></ul>")
        .contains("value=\"Bob\"");
  }

  @Test
  void anErrorPageIsATemplateOfTheSite() {
    Response response = site.get("/nowhere/");
    assertThat(response.status()).isEqualTo(404);
    assertThat(response.text()).isEqualTo("<h1>Nothing at /nowhere/</h1>");
  }
}
