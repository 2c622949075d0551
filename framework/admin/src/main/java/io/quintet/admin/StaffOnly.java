package io.quintet.admin;

import io.quintet.auth.Auth;
import io.quintet.core.MultiMap;
import io.quintet.http.Middleware;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.Unauthorized;
import io.quintet.http.View;

/** Lets staff through and sends everybody else to the admin's own log-in page. */
final class StaffOnly implements Middleware {
  @Override
  public Response handle(Request request, View next) throws Exception {
    if (Auth.user(request).filter(Access::isStaff).isPresent()) {
      return next.handle(request).withHeader("Cache-Control", "no-store");
    }
    if (!request.prefersHtml()) {
      throw new Unauthorized("Log in with a staff account.");
    }
    return Response.redirect(
        Links.login() + "?" + MultiMap.of("next", request.fullPath()).urlencode());
  }
}
