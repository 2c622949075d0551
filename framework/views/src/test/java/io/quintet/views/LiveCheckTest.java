package io.quintet.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.forms.Field;
import io.quintet.forms.Form;
import io.quintet.forms.sets.FormSet;
import io.quintet.forms.sets.FormSetOptions;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.csrf.Csrf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveCheckTest {
  private static final List<String> DONE = new ArrayList<>();

  /** A form of which two fields are checked while it is filled in. */
  public static final class SignUp extends Form {
    final Field<String> email = email("email").live();
    final Field<String> name = text("name");
    final Field<?> begin = splitDateTime("begin").live();
    final Field<?> photo = file("photo").live();

    @Override
    protected void clean() {
      DONE.add("clean");
    }
  }

  private final TestSite site =
      TestSite.of(
          Map.of("form.html", "{{ form }}"),
          routes -> {
            routes.path(
                "join/",
                FormView.of(SignUp::new)
                    .template("form.html")
                    .onValid((request, form) -> {
                      DONE.add("action");
                      return Response.text("joined");
                    }));
            routes.path(
                "several/",
                FormView.of(() -> FormSet.of(SignUp::new, FormSetOptions.of().max(3)))
                    .template("form.html")
                    .onValid((request, forms) -> Response.text("joined")));
          });

  @AfterEach
  void close() {
    site.close();
    DONE.clear();
  }

  private Response check(String address, String field, String body) {
    Request request =
        Request.builder("POST", address)
            .header("X-Form-Field", field)
            .body("application/x-www-form-urlencoded", body)
            .build();
    request.set(Csrf.UNCHECKED, true);
    return site.send(request);
  }

  @Test
  void oneFieldIsCheckedAndNothingElseHappens() {
    Response refused = check("/join/", "email", "email=nobody");
    assertThat(refused.status()).isEqualTo(200);
    assertThat(refused.header("Cache-Control")).contains("no-store");
    assertThat(refused.text())
        .isEqualTo(
            """
            {"field":"email","valid":false,"errors":["Enter a valid email address."]}\
            """);
    assertThat(check("/join/", "email", "email=a@example.com").text())
        .isEqualTo(
            """
            {"field":"email","valid":true,"errors":[]}\
            """);
    assertThat(DONE).isEmpty();
  }

  @Test
  void aFieldOfSeveralInputsIsFoundByEachOfThem() {
    assertThat(check("/join/", "begin_1", "begin_0=2026-01-01&begin_1=x").text())
        .isEqualTo(
            """
            {"field":"begin","valid":false,"errors":["Enter a valid time."]}\
            """);
  }

  @Test
  void fieldsThatWereNotDeclaredForItAreNotChecked() {
    for (String field : List.of("name", "photo", "nobody", "", "email_0")) {
      assertThat(check("/join/", field, "name=x").status()).as(field).isEqualTo(404);
    }
  }

  @Test
  void fieldsOfAFormSetAreCheckedToo() {
    assertThat(check("/several/", "form-2-email", "form-2-email=x").text())
        .contains("form-2-email")
        .contains("Enter a valid email address.");
    for (String field : List.of("form-9999-email", "form-x-email", "form-email", "email")) {
      assertThat(check("/several/", field, "").status()).as(field).isEqualTo(404);
    }
  }

  @Test
  void needsTheTokenAgainstForgery() {
    Request request =
        Request.builder("POST", "/join/")
            .header("X-Form-Field", "email")
            .body("application/x-www-form-urlencoded", "email=x")
            .build();
    assertThat(site.send(request).status()).isEqualTo(403);
  }

  @Test
  void tooManyChecksAreRefused() {
    Response last = check("/join/", "email", "email=x");
    for (int i = 1; i < 121; i++) {
      last = check("/join/", "email", "email=x");
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.header("Retry-After")).contains("60");
  }

  @Test
  void theInputsSayThatTheyAreChecked() {
    assertThat(site.get("/join/").text())
        .contains("maxlength=\"320\" required data-live id=\"id_email\"")
        .doesNotContain("name=\"name\" required data-live")
        .doesNotContain("type=\"file\" name=\"photo\" required data-live");
  }
}
