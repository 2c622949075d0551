package io.quintet.auth;

import io.quintet.orm.meta.Models;
import io.quintet.templates.TemplateObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What templates see as {@code user}: the properties of the user, or of nobody. */
record UserView(Optional<User> user) implements TemplateObject {
  @Override
  public @Nullable Object property(String name) {
    return switch (name) {
      case "isAuthenticated" -> user.isPresent();
      case "isAnonymous" -> user.isEmpty();
      case "username", "email", "fullName", "firstName", "lastName" ->
          user.isPresent() ? own(name) : "";
      case "isStaff", "isSuperuser", "isActive" -> user.isPresent() ? own(name) : Boolean.FALSE;
      case "password" -> null;
      default -> user.isPresent() ? own(name) : null;
    };
  }

  private @Nullable Object own(String name) {
    User known = user.orElseThrow();
    return Models.of(User.class).property(known, name);
  }

  @Override
  public String toString() {
    return user.map(User::toString).orElse("AnonymousUser");
  }
}
