package institute;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.auth.Auth;
import io.quintet.auth.User;
import io.quintet.http.Response;
import io.quintet.testing.Client;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AccountsTest extends SiteTest {
  private static final String PASSWORD = "a-long-and-lovely-word";
  private static final Pattern LINK = Pattern.compile("http://localhost(/\\S+)");

  @Test
  void anAccountWorksOnceItsAddressIsVerified() {
    Client client = client();
    Response sent = register(client, "grace", "grace@example.org");
    assertThat(sent.header("Location")).contains("/accounts/register/done/");
    assertThat(logIn(client, "grace", PASSWORD).text()).contains("do not match");
    assertThat(client.get(mailedLink()).status()).isEqualTo(200);
    assertThat(logIn(client, "grace", PASSWORD).header("Location")).contains("/");
    assertThat(client.get("/accounts/profile/").text()).contains("grace@example.org");
  }

  @Test
  void oneLogsInWithTheAddressToo() {
    member("hedy", "hedy@example.org");
    assertThat(logIn(client(), "hedy@example.org", PASSWORD).status()).isEqualTo(302);
  }

  @Test
  void aWeakPasswordIsExplainedAndTheOtherInputKept() {
    Response response =
        client()
            .post(
                "/accounts/register/",
                "username",
                "kate",
                "email",
                "kate@example.org",
                "password1",
                "12345678",
                "password2",
                "12345678");
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text())
        .contains("This password is too common.")
        .contains("This password is entirely numeric.")
        .contains("value=\"kate@example.org\"");
  }

  @Test
  void whoeverRegistersWithATakenAddressLearnsNothing() {
    member("mary", "mary@example.org");
    site.outbox().clear();
    Response response = register(client(), "mary2", "MARY@example.org");
    assertThat(response.header("Location")).contains("/accounts/register/done/");
    assertThat(site.outbox().mails()).isEmpty();
    assertThat(site.call(() -> User.objects.filter("username", "mary2").exists())).isFalse();
  }

  @Test
  void aForgottenPasswordIsResetByMailOnce() {
    member("joan", "joan@example.org");
    Client client = client();
    site.outbox().clear();
    client.post("/accounts/password_reset/", "email", "joan@example.org");
    String link = mailedLink();
    Response form = client.follow(client.get(link));
    assertThat(form.text()).contains("Choose a new password");
    String target = link.replaceAll("/[^/]+/$", "/set-password/");
    Response done =
        client.post(
            target, "new_password1", "another-long-word", "new_password2", "another-long-word");
    assertThat(done.header("Location")).contains("/accounts/reset/done/");
    assertThat(logIn(client(), "joan", "another-long-word").status()).isEqualTo(302);
    assertThat(client().get(link).status()).isEqualTo(400);
  }

  @Test
  void aResetForAnUnknownAddressLooksTheSameAndSendsNothing() {
    site.outbox().clear();
    Response response = client().post("/accounts/password_reset/", "email", "nobody@example.org");
    assertThat(response.header("Location")).contains("/accounts/password_reset/done/");
    assertThat(site.outbox().mails()).isEmpty();
  }

  @Test
  void aChangedPasswordEndsTheOtherSessions() {
    User user = member("rosa", "rosa@example.org");
    Client here = client().login(user);
    Client there = client().login(user);
    Response changed =
        here.post(
            "/accounts/password_change/",
            "old_password",
            PASSWORD,
            "new_password1",
            "another-long-word",
            "new_password2",
            "another-long-word");
    assertThat(changed.header("Location")).contains("/accounts/password_change/done/");
    assertThat(here.get("/accounts/profile/").status()).isEqualTo(200);
    assertThat(there.get("/accounts/profile/").status()).isEqualTo(302);
  }

  @Test
  void visitorsAreSentToLogInAndBackToThePageTheyAskedFor() {
    member("anna", "anna@example.org");
    Client client = client();
    Response away = client.get("/booking/mine/");
    assertThat(away.header("Location")).contains("/accounts/login/?next=%2Fbooking%2Fmine%2F");
    Response back =
        client.post(
            "/accounts/login/", "username", "anna", "password", PASSWORD, "next", "/booking/mine/");
    assertThat(back.header("Location")).contains("/booking/mine/");
    Response elsewhere =
        client.post(
            "/accounts/login/",
            "username",
            "anna",
            "password",
            PASSWORD,
            "next",
            "//evil.example/");
    assertThat(elsewhere.header("Location")).contains("/");
  }

  @Test
  void loggingOutTakesAPost() {
    Client client = client().login(member("lise", "lise@example.org"));
    client.get("/accounts/logout/");
    assertThat(client.get("/accounts/profile/").status()).isEqualTo(200);
    assertThat(client.post("/accounts/logout/").status()).isEqualTo(200);
    assertThat(client.get("/accounts/profile/").status()).isEqualTo(302);
  }

  @Test
  void anOldHashIsMadeAnewAtLogin() {
    User user = member("emmy", "emmy@example.org");
    String weak =
        io.quintet.auth.passwords.Pbkdf2Hasher.sha1(1).encode(PASSWORD, "0123456789012345678901");
    site.run(() -> {
      user.password = weak;
      user.save();
      assertThat(Auth.authenticate("emmy", PASSWORD)).isPresent();
      user.refresh();
    });
    assertThat(user.password).startsWith("pbkdf2_sha256$");
  }

  private static Response register(Client client, String username, String email) {
    return client.post(
        "/accounts/register/",
        "username",
        username,
        "email",
        email,
        "password1",
        PASSWORD,
        "password2",
        PASSWORD);
  }

  private static Response logIn(Client client, String username, String password) {
    return client.post("/accounts/login/", "username", username, "password", password);
  }

  private User member(String username, String email) {
    return site.call(() -> {
      var user = new User();
      user.username = username;
      user.email = email;
      user.changePassword(PASSWORD);
      user.save();
      return user;
    });
  }

  private String mailedLink() {
    String text = site.outbox().last().text();
    Matcher matcher = LINK.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
