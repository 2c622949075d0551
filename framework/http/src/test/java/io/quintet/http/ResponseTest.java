package io.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.SiteContext;
import io.quintet.core.checks.CheckContext;
import io.quintet.core.checks.CheckMessage;
import io.quintet.core.commands.Commands;
import io.quintet.core.commands.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\nSet-Cookie: x=1",
        "a\nb",
        "a\rb",
        "a\u0000b",
        "a\u0085b",
        "a\u764Db",
        "a\u760Ab"
      })
  void noValueCanStartAHeaderOfItsOwn(String value) {
    assertThatThrownBy(() -> Response.text("").withHeader("X-Note", value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("X-Note")
        .hasMessageContaining("at position 1");
  }

  @Test
  void cookiesAreNotHeadersAndCannotBreakOut() {
    assertThatThrownBy(() -> Response.text("").withHeader("set-cookie", "a=b"))
        .hasMessageContaining("Response.withCookie");
    assertThatThrownBy(() -> Cookie.of("a b", "")).hasMessageContaining("not a token");
    assertThatThrownBy(() -> Cookie.of("a", "").withPath("/; Domain=evil"))
        .hasMessageContaining("no ;");
    assertThat(Cookie.of("a", "x; Path=/y\r\n").header(TestSite.NOW))
        .isEqualTo("a=\"x\\073 Path=/y\\015\\012\"; Path=/");
  }

  @Test
  void headersKeepTheirOrderAndIgnoreCase() {
    Headers headers = Headers.of("Accept", "a", "X-One", "1", "accept", "b");
    assertThat(headers.get("ACCEPT")).hasValue("a");
    assertThat(headers.all("accept")).containsExactly("a", "b");
    assertThat(headers.with("accept", "c").lines())
        .extracting(Headers.Header::value)
        .containsExactly("c", "1");
    assertThat(headers.varyingBy("Cookie").varyingBy("cookie").get("Vary")).hasValue("Cookie");
    assertThat(Headers.of("Vary", "Accept , *").varyingBy("Cookie").get("Vary"))
        .hasValue("Accept , *");
  }

  @Test
  void redirectsAreEncodedAndStayOnHttp() {
    assertThat(Response.redirect("/ü b/?q=ä\r\nX: y").header("Location"))
        .hasValue("/%C3%BC%20b/?q=%C3%A4%0D%0AX:%20y");
    assertThatThrownBy(() -> Response.redirect("javascript:alert(1)"))
        .isInstanceOf(BadRequest.class);
    assertThat(Response.redirect("https://example.com/").status()).isEqualTo(302);
  }

  @Test
  void theCommandRoutesListsPatternsNamesAndMethods() {
    try (SiteContext site =
        TestSite.site(
                routes -> {
                  routes.path("", request -> Response.empty()).name("index");
                  routes.include(
                      "blog/",
                      blog ->
                          blog.path("<slug:s>/", request -> Response.empty())
                              .name("post")
                              .methods("GET"),
                      "blog");
                })
            .build()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
      assertThat(Commands.run(site, Terminal.plain(print, print), "routes")).isZero();
      assertThat(out.toString(StandardCharsets.UTF_8).lines())
          .containsExactly("/                index", "/blog/<slug:s>/  blog:post  GET HEAD");
    }
  }

  @Test
  void theChecksNameWhatIsMissingBeforeDeployment() {
    try (SiteContext site =
        TestSite.site(routes -> {})
            .set(HttpSettings.ALLOWED_HOSTS, List.of("*"))
            .set(HttpSettings.TRUSTED_PROXIES, List.of("proxy.internal"))
            .build()) {
      assertThat(new HttpChecks().run(new CheckContext(site, true)))
          .extracting(CheckMessage::id)
          .containsExactly("http.E001", "http.W002", "http.W003", "http.W004");
    }
  }
}
