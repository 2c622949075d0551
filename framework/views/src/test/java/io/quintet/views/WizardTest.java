package io.quintet.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.forms.Field;
import io.quintet.forms.Form;
import io.quintet.forms.sets.FormSet;
import io.quintet.forms.sets.FormSetOptions;
import io.quintet.forms.validators.ValidationException;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.csrf.Csrf;
import io.quintet.http.sessions.SessionSettings;
import io.quintet.orm.DatabaseUrl;
import io.quintet.storage.StorageApp;
import io.quintet.storage.Storages;
import io.quintet.storage.UploadedFile;
import io.quintet.views.wizard.Answers;
import io.quintet.views.wizard.Wizard;
import io.quintet.views.wizard.WizardStep;
import io.quintet.views.wizard.WizardStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WizardTest {
  /** Who books, and whether for others. */
  public static final class Contact extends Form {
    final Field<String> name = text("name");
    final Field<Boolean> group = bool("group").optional();
    final Field<UploadedFile> letter = file("letter").optional();
  }

  /** Somebody who comes along. */
  public static final class Guest extends Form {
    final Field<String> name = text("name");
  }

  /** The last word. */
  public static final class Terms extends Form {
    final Field<Boolean> accepted = bool("accepted");
  }

  private static final WizardStep<Contact> CONTACT = WizardStep.of("contact", Contact::new);
  private static final WizardStep<FormSet<Guest>> GUESTS =
      WizardStep.of("guests", () -> FormSet.of(Guest::new, FormSetOptions.of().prefix("guests")))
          .when(answers -> answers.get(CONTACT).group.value());
  private static final WizardStep<Terms> TERMS = WizardStep.of("terms", Terms::new);
  private static final Map<String, String> TEMPLATES =
      Map.of(
          "wizard.html",
          "{{ wizard.steps.step1 }}/{{ wizard.steps.count }} {{ wizard.steps.current }}"
              + " [{{ wizard.steps.all|join:' ' }}] prev={{ wizard.steps.prev }}"
              + " {{ wizard.management }} {{ form }}");

  @TempDir Path folder;
  private TestSite site;
  private final List<String> booked = new ArrayList<>();
  private final Map<String, String> cookies = new TreeMap<>();

  private Wizard wizard(String name) {
    return Wizard.named(name)
        .step(CONTACT)
        .step(GUESTS)
        .step(TERMS)
        .template("wizard.html")
        .onDone(this::book);
  }

  private Response book(Request request, Answers answers) throws Exception {
    Contact contact = answers.get(CONTACT);
    if (contact.name.value().equals("Nobody")) {
      throw new ValidationException("Nobody cannot book.");
    }
    String text = contact.name.value();
    if (answers.has(GUESTS)) {
      text += " with " + answers.get(GUESTS).filled().stream().map(g -> g.name.value()).toList();
    }
    if (contact.letter.find().isPresent()) {
      text +=
          " letter "
              + contact.letter.value().name()
              + ":"
              + new String(contact.letter.value().open().readAllBytes());
    }
    booked.add(text);
    return Response.text("booked");
  }

  @BeforeEach
  void openSite() {
    site =
        TestSite.at(
            Clock.systemUTC(),
            builder ->
                builder
                    .apps(new StorageApp())
                    .replace(Storages.SERVICE, Storages::inMemory)
                    .set(SessionSettings.STORE, SessionSettings.Store.COOKIE),
            folder,
            new DatabaseUrl.Sqlite("test.sqlite3"),
            TEMPLATES,
            routes -> {
              routes.path("one/", wizard("one"));
              Wizard named = wizard("named").at("step");
              routes.path("named/", named);
              routes.path("named/<slug:step>/", named.steps()).name("step");
              routes.path(
                  "cookie/", wizard("cookie").keptIn(WizardStore.cookie(Duration.ofHours(1))));
            });
  }

  @AfterEach
  void close() {
    site.close();
  }

  private Response get(String target) {
    return send(Request.builder("GET", target));
  }

  private Response post(String target, String body) {
    return send(Request.builder("POST", target).body("application/x-www-form-urlencoded", body));
  }

  private Response send(io.quintet.http.RequestBuilder builder) {
    builder.header(
        "Cookie",
        String.join(
            "; ",
            cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .toList()));
    Request request = builder.build();
    request.set(Csrf.UNCHECKED, true);
    Response response = site.send(request);
    response
        .cookies()
        .forEach(cookie -> {
          if (cookie.isDeletion()) {
            cookies.remove(cookie.name());
          } else {
            cookies.put(cookie.name(), cookie.value());
          }
        });
    return response;
  }

  @Test
  void asksStepByStepAndGivesAllAnswers() {
    assertThat(get("/one/").text())
        .startsWith("1/3 contact [contact guests terms] prev= ")
        .contains("<input type=\"hidden\" name=\"wizard_step\" value=\"contact\">")
        .contains("name=\"contact-name\"");
    assertThat(post("/one/", "wizard_step=contact&contact-name=").text())
        .startsWith("1/3 contact")
        .contains("This field is required.");
    assertThat(post("/one/", "wizard_step=contact&contact-name=Ann&contact-group=on").text())
        .startsWith("2/3 guests [contact guests terms] prev=contact")
        .contains("name=\"guests-0-name\"");
    String guests =
        "wizard_step=guests&guests-TOTAL_FORMS=2&guests-INITIAL_FORMS=0&guests-0-name=Bob"
            + "&guests-1-name=Cleo";
    assertThat(post("/one/", guests).text()).startsWith("3/3 terms");
    assertThat(post("/one/", "wizard_step=terms&terms-accepted=on").text()).isEqualTo("booked");
    assertThat(booked).containsExactly("Ann with [Bob, Cleo]");
  }

  @Test
  void aStepIsLeftOutByTheAnswersBeforeIt() {
    get("/one/");
    assertThat(post("/one/", "wizard_step=contact&contact-name=Ann").text())
        .startsWith("2/2 terms [contact terms] prev=contact");
    post("/one/", "wizard_step=terms&terms-accepted=on");
    assertThat(booked).containsExactly("Ann");
  }

  @Test
  void noStepCanBeSkipped() {
    get("/one/");
    assertThat(post("/one/", "wizard_step=terms&terms-accepted=on").text())
        .startsWith("1/3 contact");
    assertThat(post("/one/", "terms-accepted=on").text()).startsWith("1/3 contact");
    assertThat(post("/one/", "wizard_step=other").text()).startsWith("1/3 contact");
    assertThat(post("/one/", "wizard_step=contact&wizard_goto_step=terms").text())
        .startsWith("1/3 contact");
    assertThat(booked).isEmpty();
  }

  @Test
  void goingBackShowsWhatWasAnswered() {
    get("/one/");
    post("/one/", "wizard_step=contact&contact-name=Ann");
    assertThat(post("/one/", "wizard_step=terms&wizard_goto_step=contact").text())
        .startsWith("1/2 contact")
        .contains("name=\"contact-name\" value=\"Ann\"");
    assertThat(post("/one/", "wizard_step=contact&contact-name=Anna").text()).contains("terms");
    post("/one/", "wizard_step=terms&terms-accepted=on");
    assertThat(booked).containsExactly("Anna");
  }

  @Test
  void aFirstStepThatIsSentAgainLeadsOnAndNotToTheEnd() {
    get("/one/");
    post("/one/", "wizard_step=contact&contact-name=Nobody");
    assertThat(post("/one/", "wizard_step=terms&terms-accepted=on").text())
        .startsWith("2/2 terms")
        .contains("Nobody cannot book.");
    assertThat(post("/one/", "wizard_step=contact&contact-name=Ann").text())
        .startsWith("2/2 terms");
    assertThat(booked).isEmpty();
    post("/one/", "wizard_step=terms&terms-accepted=on");
    assertThat(booked).containsExactly("Ann");
  }

  @Test
  void onePassageIsFinishedOnce() {
    get("/one/");
    post("/one/", "wizard_step=contact&contact-name=Ann");
    Map<String, String> before = new TreeMap<>(cookies);
    post("/one/", "wizard_step=terms&terms-accepted=on");
    cookies.clear();
    cookies.putAll(before); // the page is sent again with the cookies of the first time
    assertThat(post("/one/", "wizard_step=terms&terms-accepted=on").text())
        .startsWith("1/3 contact");
    assertThat(booked).hasSize(1);
  }

  @Test
  void readingTheWizardBeginsAnew() {
    get("/one/");
    post("/one/", "wizard_step=contact&contact-name=Ann");
    get("/one/");
    assertThat(post("/one/", "wizard_step=terms&terms-accepted=on").text())
        .startsWith("1/3 contact");
  }

  @Test
  void stepsCanHaveAddressesOfTheirOwn() {
    assertThat(get("/named/").header("Location")).contains("/named/contact/");
    assertThat(get("/named/terms/").header("Location")).contains("/named/contact/");
    assertThat(get("/named/contact/").text()).startsWith("1/3 contact");
    assertThat(post("/named/contact/", "contact-name=Ann").header("Location"))
        .contains("/named/terms/");
    assertThat(get("/named/terms/").text()).startsWith("2/2 terms");
    assertThat(get("/named/guests/").status()).isEqualTo(302);
    assertThat(get("/named/contact/").text()).contains("value=\"Ann\"");
    assertThat(get("/named/nothing/").status()).isEqualTo(404);
    assertThat(post("/named/terms/", "terms-accepted=on").text()).isEqualTo("booked");
    assertThat(get("/named/terms/").header("Location")).contains("/named/contact/");
  }

  @Test
  void answersCanWaitInASignedCookie() {
    get("/cookie/");
    assertThat(cookies).containsKey("wizard_cookie").doesNotContainKey("sessionid");
    post("/cookie/", "wizard_step=contact&contact-name=Ann");
    post("/cookie/", "wizard_step=terms&terms-accepted=on");
    assertThat(booked).containsExactly("Ann");
    assertThat(cookies).doesNotContainKey("wizard_cookie");
  }

  @Test
  void aCookieThatWasChangedIsWorthNothing() {
    get("/cookie/");
    post("/cookie/", "wizard_step=contact&contact-name=Ann");
    cookies.computeIfPresent("wizard_cookie", (name, value) -> "x" + value);
    assertThat(post("/cookie/", "wizard_step=terms&terms-accepted=on").text())
        .startsWith("1/3 contact");
  }

  @Test
  void onlyWhatTheFormAsksForIsKept() {
    get("/cookie/");
    int plain = cookies.get("wizard_cookie").length();
    post("/cookie/", "wizard_step=contact&contact-name=A&contact-more=" + "x".repeat(5000));
    assertThat(cookies.get("wizard_cookie").length()).isLessThan(plain + 200);
  }

  private Response sendFile(String content) {
    String body =
        """
        --b\r
        Content-Disposition: form-data; name="wizard_step"\r
        \r
        contact\r
        --b\r
        Content-Disposition: form-data; name="contact-name"\r
        \r
        Ann\r
        --b\r
        Content-Disposition: form-data; name="contact-letter"; filename="../a.txt"\r
        Content-Type: text/plain\r
        \r
        %s\r
        --b\r
        Content-Disposition: form-data; name="contact-other"; filename="b.txt"\r
        Content-Type: text/plain\r
        \r
        unasked\r
        --b--\r
        """
            .formatted(content);
    return send(Request.builder("POST", "/one/").body("multipart/form-data; boundary=b", body));
  }

  private List<String> keptFiles() {
    return site.call(() -> Storages.current().privateFiles().list("wizard"));
  }

  @Test
  void filesWaitAmongThePrivateOnesUntilTheEnd() {
    get("/one/");
    sendFile("hello");
    assertThat(keptFiles()).hasSize(1).noneMatch(name -> name.contains("a.txt"));
    post("/one/", "wizard_step=contact&contact-name=Ann"); // without choosing the file again
    post("/one/", "wizard_step=terms&terms-accepted=on");
    assertThat(booked).containsExactly("Ann letter a.txt:hello");
    assertThat(keptFiles()).isEmpty();
  }

  @Test
  void aFileThatIsSentAnewReplacesTheOneBefore() {
    get("/one/");
    sendFile("first");
    sendFile("second");
    assertThat(keptFiles()).hasSize(1);
    post("/one/", "wizard_step=terms&terms-accepted=on");
    assertThat(booked).containsExactly("Ann letter a.txt:second");
  }

  @Test
  void beginningAnewForgetsTheFiles() {
    get("/one/");
    sendFile("hello");
    get("/one/");
    assertThat(keptFiles()).isEmpty();
  }

  @Test
  void otherMethodsAreRefused() {
    assertThat(send(Request.builder("PUT", "/one/")).status()).isEqualTo(405);
    assertThat(send(Request.builder("DELETE", "/named/contact/")).status()).isEqualTo(405);
  }

  @Test
  void declarationsThatCannotWorkAreErrors() {
    assertThatThrownBy(() -> Wizard.named("a b"))
        .hasMessage("A wizard is called with letters, digits and underscores, not \"a b\"");
    assertThatThrownBy(() -> WizardStep.of("a_b", Contact::new))
        .hasMessage("A step of a wizard is called with letters, digits and hyphens, not \"a_b\"");
    assertThatThrownBy(() -> Wizard.named("w").step(CONTACT).step(CONTACT))
        .hasMessage("The wizard \"w\" has two steps called \"contact\"");
    assertThatThrownBy(() -> Wizard.named("w").steps())
        .hasMessage(
            "The wizard \"w\" needs the name of the route of its steps: call at(...) first");
  }
}
