package io.quintet.auth;

import io.quintet.http.Request;
import io.quintet.orm.meta.Models;
import io.quintet.templates.TemplateObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What templates see as {@code user}: the properties of the user, or of nobody. The user is looked
 * up when a template first asks.
 */
record UserView(Request request) implements TemplateObject {
  @Override
  public @Nullable Object property(String name) {
    Optional<User> user = Auth.user(request);
    return switch (name) {
      case "isAuthenticated" -> user.isPresent();
      case "isAnonymous" -> user.isEmpty();
      case "password" -> null;
      default -> user.isPresent() ? Models.of(User.class).property(user.get(), name) : nobody(name);
    };
  }

  private static @Nullable Object nobody(String name) {
    return switch (name) {
      case "isStaff", "isSuperuser", "isActive" -> Boolean.FALSE;
      case "username", "email", "fullName", "firstName", "lastName" -> "";
      default -> null;
    };
  }

  @Override
  public String toString() {
    return Auth.user(request).map(User::toString).orElse("AnonymousUser");
  }
}
