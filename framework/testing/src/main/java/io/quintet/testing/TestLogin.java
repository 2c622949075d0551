package io.quintet.testing;

import io.quintet.auth.Auth;
import io.quintet.auth.User;
import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.http.Middleware;
import io.quintet.http.Request;
import io.quintet.http.RequestKey;
import io.quintet.http.Response;
import io.quintet.http.Stage;
import io.quintet.http.View;
import java.util.Optional;

/** Lets a test client log in without a password; installed in test sites only. */
final class TestLogin implements App, Middleware {
  /** Who is to be logged in; nothing that a client sends can set it. */
  static final RequestKey<User> USER = RequestKey.named("test log-in");

  @Override
  public String label() {
    return "test_login";
  }

  @Override
  public void configure(AppConfig config) {
    config.add(Stage.MIDDLEWARE, Stage.APPLICATION.with("test log-in", site -> this));
  }

  @Override
  public Response handle(Request request, View next) throws Exception {
    Optional<User> user = request.attribute(USER);
    if (user.isEmpty()) {
      return next.handle(request);
    }
    Auth.login(request, user.get());
    return Response.empty();
  }
}
