package io.quintet.http.internal;

import io.quintet.core.SiteContext;
import io.quintet.core.settings.Settings;
import io.quintet.http.ContentSecurityPolicy;
import io.quintet.http.Headers;
import io.quintet.http.HttpSettings;
import io.quintet.http.Request;
import io.quintet.http.Response;
import java.util.Optional;

/** The security headers of a site, put on a response unless it has set one itself. */
public final class SecurityHeaders {
  private static final String POLICY = "Content-Security-Policy";
  private static final String POLICY_TO_TRY = "Content-Security-Policy-Report-Only";

  private final String referrerPolicy;
  private final String openerPolicy;
  private final String frameOptions;
  private final String transportSecurity;
  private final Optional<ContentSecurityPolicy> policy;
  private final Optional<ContentSecurityPolicy> policyToTry;

  /** The headers that a site's settings ask for. */
  public SecurityHeaders(SiteContext site) {
    Settings settings = site.settings();
    this.referrerPolicy = settings.get(HttpSettings.REFERRER_POLICY);
    this.openerPolicy = settings.get(HttpSettings.OPENER_POLICY);
    this.frameOptions = settings.get(HttpSettings.FRAME_OPTIONS);
    this.transportSecurity = transportSecurity(settings);
    this.policy = policy(settings.get(HttpSettings.CONTENT_SECURITY_POLICY));
    this.policyToTry = policy(settings.get(HttpSettings.CONTENT_SECURITY_POLICY_REPORT_ONLY));
  }

  /** The response with them. */
  public Response on(Request request, Response response) {
    Headers headers = response.headers();
    headers = withDefault(headers, "X-Content-Type-Options", "nosniff");
    headers = withDefault(headers, "Referrer-Policy", referrerPolicy);
    headers = withDefault(headers, "Cross-Origin-Opener-Policy", openerPolicy);
    headers = withDefault(headers, "X-Frame-Options", frameOptions);
    headers = withPolicy(headers, POLICY, policy, request);
    headers = withPolicy(headers, POLICY_TO_TRY, policyToTry, request);
    if (request.isSecure()) {
      headers = withDefault(headers, "Strict-Transport-Security", transportSecurity);
    }
    return response.withHeaders(headers);
  }

  private static Headers withDefault(Headers headers, String name, String value) {
    return value.isEmpty() || headers.has(name) ? headers : headers.with(name, value);
  }

  private static Headers withPolicy(
      Headers headers, String name, Optional<ContentSecurityPolicy> policy, Request request) {
    return policy.isEmpty() ? headers : withDefault(headers, name, policy.get().header(request));
  }

  private static Optional<ContentSecurityPolicy> policy(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(ContentSecurityPolicy.parse(text));
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
