package io.quintet.http.middleware;

import io.quintet.core.SiteContext;
import io.quintet.core.settings.Settings;
import io.quintet.http.Headers;
import io.quintet.http.HttpSettings;
import io.quintet.http.Middleware;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View;

/** Sets the security headers on every response, unless a view has set one itself. */
final class SecurityHeadersMiddleware implements Middleware {
  private final String referrerPolicy;
  private final String openerPolicy;
  private final String frameOptions;
  private final String transportSecurity;

  SecurityHeadersMiddleware(SiteContext site) {
    Settings settings = site.settings();
    this.referrerPolicy = settings.get(HttpSettings.REFERRER_POLICY);
    this.openerPolicy = settings.get(HttpSettings.OPENER_POLICY);
    this.frameOptions = settings.get(HttpSettings.FRAME_OPTIONS);
    this.transportSecurity = transportSecurity(settings);
  }

  @Override
  public Response handle(Request request, View next) throws Exception {
    Response response = next.handle(request);
    Headers headers = response.headers();
    headers = withDefault(headers, "X-Content-Type-Options", "nosniff");
    headers = withDefault(headers, "Referrer-Policy", referrerPolicy);
    headers = withDefault(headers, "Cross-Origin-Opener-Policy", openerPolicy);
    headers = withDefault(headers, "X-Frame-Options", frameOptions);
    if (request.isSecure()) {
      headers = withDefault(headers, "Strict-Transport-Security", transportSecurity);
    }
    return response.withHeaders(headers);
  }

  private static Headers withDefault(Headers headers, String name, String value) {
    return value.isEmpty() || headers.has(name) ? headers : headers.with(name, value);
  }

  private static String transportSecurity(Settings settings) {
    long seconds = settings.get(HttpSettings.HSTS_AGE).toSeconds();
    if (seconds == 0) {
      return "";
    }
    return "max-age="
        + seconds
        + (settings.get(HttpSettings.HSTS_SUBDOMAINS) ? "; includeSubDomains" : "")
        + (settings.get(HttpSettings.HSTS_PRELOAD) ? "; preload" : "");
  }
}
