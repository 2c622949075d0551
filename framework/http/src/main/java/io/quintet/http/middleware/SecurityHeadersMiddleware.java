package io.quintet.http.middleware;

import io.quintet.core.SiteContext;
import io.quintet.http.Middleware;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View;
import io.quintet.http.internal.SecurityHeaders;

/** Sets the security headers on every response, unless a view has set one itself. */
final class SecurityHeadersMiddleware implements Middleware {
  private final SecurityHeaders headers;

  SecurityHeadersMiddleware(SiteContext site) {
    this.headers = new SecurityHeaders(site);
  }

  @Override
  public Response handle(Request request, View next) throws Exception {
    return headers.on(request, next.handle(request));
  }
}
