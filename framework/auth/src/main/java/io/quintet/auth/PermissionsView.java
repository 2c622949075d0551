package io.quintet.auth;

import io.quintet.templates.TemplateObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What templates see as {@code perms}: {@code {% if perms.booking.change_booking %}}. */
record PermissionsView(Optional<User> user) implements TemplateObject {
  @Override
  public @Nullable Object property(String app) {
    return new OfApp(user, app);
  }

  private record OfApp(Optional<User> user, String app) implements TemplateObject {
    @Override
    public @Nullable Object property(String codename) {
      return user.isPresent() && Permissions.has(user.get(), app + "." + codename);
    }
  }
}
