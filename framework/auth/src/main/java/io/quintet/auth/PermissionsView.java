package io.quintet.auth;

import io.quintet.http.Request;
import io.quintet.templates.TemplateObject;
import org.jspecify.annotations.Nullable;

/** What templates see as {@code perms}: {@code {% if perms.booking.change_booking %}}. */
record PermissionsView(Request request) implements TemplateObject {
  @Override
  public @Nullable Object property(String app) {
    return new OfApp(request, app);
  }

  private record OfApp(Request request, String app) implements TemplateObject {
    @Override
    public @Nullable Object property(String codename) {
      return Auth.user(request)
          .map(user -> Permissions.has(user, app + "." + codename))
          .orElse(false);
    }
  }
}
