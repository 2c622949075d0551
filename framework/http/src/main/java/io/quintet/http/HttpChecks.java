package io.quintet.http;

import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.core.checks.Check;
import io.quintet.core.checks.CheckContext;
import io.quintet.core.checks.CheckMessage;
import io.quintet.http.internal.TrustedProxies;
import java.util.ArrayList;
import java.util.List;

/** What can be wrong with the HTTP side of a site. */
final class HttpChecks implements Check {
  @Override
  public List<CheckMessage> run(CheckContext context) {
    SiteContext site = context.site();
    List<CheckMessage> messages = new ArrayList<>();
    try {
      TrustedProxies.of(site.setting(HttpSettings.TRUSTED_PROXIES));
    } catch (IllegalArgumentException e) {
      messages.add(
          CheckMessage.error(
              "http.E001",
              String.valueOf(e.getMessage()),
              "Correct the setting http.trusted-proxies."));
    }
    if (site.setting(HttpSettings.ALLOWED_HOSTS).isEmpty() && !site.setting(CoreSettings.DEBUG)) {
      messages.add(
          CheckMessage.warning(
              "http.W001",
              "The setting http.allowed-hosts is empty, so every request is refused.",
              "Set it to the names of the site, such as example.com."));
    }
    if (context.deploy()) {
      deploy(site, messages);
    }
    return messages;
  }

  private static void deploy(SiteContext site, List<CheckMessage> messages) {
    if (site.setting(HttpSettings.ALLOWED_HOSTS).contains("*")) {
      messages.add(
          CheckMessage.warning(
              "http.W002",
              "The setting http.allowed-hosts allows every host.",
              "Name the hosts of the site, unless a proxy in front checks them."));
    }
    if (!site.setting(HttpSettings.HTTPS_REDIRECT)) {
      messages.add(
          CheckMessage.warning(
              "http.W003",
              "Requests by plain HTTP are answered.",
              "Set http.https-redirect, unless a proxy in front redirects them."));
    }
    if (site.setting(HttpSettings.HSTS_AGE).isZero()) {
      messages.add(
          CheckMessage.warning(
              "http.W004",
              "Strict-Transport-Security is not sent.",
              "Set http.hsts-age, first to an hour, then to a year."));
    }
  }
}
