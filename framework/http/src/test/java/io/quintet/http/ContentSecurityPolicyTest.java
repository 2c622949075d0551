package io.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.SiteContext;
import io.quintet.core.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentSecurityPolicyTest {
  private static final String POLICY = "default-src 'self'; script-src 'self' 'nonce'";

  private static SiteContext.Builder site() {
    return TestSite.site(routes -> {
      routes.path("", request -> Response.text("nonce " + ContentSecurityPolicy.nonce(request)));
      routes.path(
          "own/",
          request ->
              Response.text("own")
                  .withHeader(
                      "Content-Security-Policy",
                      ContentSecurityPolicy.of("default-src", "'none'").header(request)));
    });
  }

  @Test
  void aSiteWithoutAPolicySendsNone() {
    Response response = HttpApplication.of(site().build()).handle(Request.get("/"));
    assertThat(response.headers().has("Content-Security-Policy")).isFalse();
  }

  @Test
  void thePolicyOfTheSiteIsOnEveryResponseWithANonceOfItsOwn() {
    HttpApplication app =
        HttpApplication.of(site().set(HttpSettings.CONTENT_SECURITY_POLICY, POLICY).build());
    Response one = app.handle(Request.get("/"));
    Response other = app.handle(Request.get("/"));
    String nonce = one.text().substring("nonce ".length());
    assertThat(nonce).matches("[A-Za-z0-9]{24}");
    assertThat(one.header("Content-Security-Policy"))
        .hasValue("default-src 'self'; script-src 'self' 'nonce-" + nonce + "'");
    assertThat(other.text()).isNotEqualTo(one.text());
    assertThat(app.handle(Request.get("/missing/")).header("Content-Security-Policy")).isPresent();
    assertThat(app.handle(Request.get("/own/")).header("Content-Security-Policy"))
        .hasValue("default-src 'none'");
  }

  @Test
  void aPolicyCanBeTriedBeforeItForbids() {
    HttpApplication app =
        HttpApplication.of(
            site().set(HttpSettings.CONTENT_SECURITY_POLICY_REPORT_ONLY, POLICY).build());
    Response response = app.handle(Request.get("/"));
    assertThat(response.headers().has("Content-Security-Policy")).isFalse();
    assertThat(response.headers().has("Content-Security-Policy-Report-Only")).isTrue();
  }

  @Test
  void aPolicyIsReadAndChanged() {
    ContentSecurityPolicy policy =
        ContentSecurityPolicy.parse(" default-src 'self' ;; img-src  https://a.example * ; ")
            .with("frame-ancestors", "'none'")
            .with("upgrade-insecure-requests");
    assertThat(policy.header(Request.get("/")))
        .isEqualTo(
            "default-src 'self'; img-src https://a.example *; frame-ancestors 'none';"
                + " upgrade-insecure-requests");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example; script-src *",
        "https://a.example, script-src *",
        "a b",
        "a\tb",
        "a\r\nSet-Cookie: x",
        "a\u0000",
        "a\u00a0b",
        "ü",
        ""
      })
  void aSourceCannotAddADirective(String source) {
    assertThatThrownBy(() -> ContentSecurityPolicy.of("img-src", "'self'", source))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(
            "of img-src could add a directive or source of its own: it must be one word of"
                + " printable ASCII without ; and ,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "img src", "img-src;", "IMG-SRC", "img-src\n"})
  void aDirectiveIsAName(String directive) {
    assertThatThrownBy(() -> ContentSecurityPolicy.of(directive, "'self'"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("of a content security policy is malformed");
  }

  @Test
  void aDirectiveNamedTwiceIsRefusedBecauseBrowsersReadTheFirstOnly() {
    assertThatThrownBy(() -> ContentSecurityPolicy.parse("img-src a; img-src b"))
        .hasMessage("The policy names img-src twice: give all its sources in one place");
  }

  @Test
  void aMalformedSettingStopsTheSite() {
    assertThatThrownBy(() ->
            site()
                .env(java.util.Map.of("QUINTET_HTTP_CONTENT_SECURITY_POLICY", "Default 'self'"))
                .build())
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("must be directives with their sources");
  }
}
