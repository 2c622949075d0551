package io.quintet.admin;

import io.quintet.auth.Group;
import io.quintet.auth.User;
import io.quintet.auth.passwords.Passwords;
import io.quintet.core.SiteContext;
import io.quintet.forms.BaseField;
import io.quintet.http.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The admin of users and groups. A password is only ever set, never shown. Who is no superuser can
 * neither make one nor give rights, and cannot touch a superuser's account; nobody deletes
 * themselves.
 */
final class UserAdmin {
  private static final List<String> RIGHTS = List.of("isSuperuser", "groups", "userPermissions");

  private UserAdmin() {}

  static ModelAdmin<User> users() {
    return ModelAdmin.of(User.class)
        .columns("username", "email", "firstName", "lastName", "isStaff", "isActive", "lastLogin")
        .search("username", "firstName", "lastName", "email")
        .filters("isStaff", "isSuperuser", "isActive", "groups")
        .ordering("username")
        .computed("passwordLink", "Password", UserAdmin::passwordLink)
        .fieldsets(
            Fieldset.named("").fields("username", "passwordLink"),
            Fieldset.named("Personal").line("firstName", "lastName").fields("email"),
            Fieldset.named("Rights")
                .fields("isActive", "isStaff", "isSuperuser", "groups", "userPermissions"),
            Fieldset.named("Dates").line("lastLogin", "dateJoined"))
        .readOnly("passwordLink", "lastLogin", "dateJoined")
        .readOnlyFor((request, user) -> readOnly(request))
        .field("groups", UserAdmin::mayBeEmpty)
        .field("userPermissions", UserAdmin::mayBeEmpty)
        .addForm((request, user, fields) -> new NewUserForm(user))
        .beforeSave((request, user, isNew) -> joined(user, isNew))
        .access(UserAdmin::mayTouch);
  }

  static ModelAdmin<Group> groups() {
    return ModelAdmin.of(Group.class)
        .columns("name")
        .search("name")
        .field("permissions", UserAdmin::mayBeEmpty)
        .readOnlyFor((request, group) ->
            Access.of(request).user().isSuperuser ? List.of() : List.of("permissions"));
  }

  private static void mayBeEmpty(BaseField<?, ?> field) {
    field.optional();
  }

  private static Link passwordLink(User user) {
    return new Link(
        Passwords.isUsable(user.password) && !user.password.isEmpty()
            ? "Set another password"
            : "No password yet: set one",
        Links.password(user));
  }

  private static List<String> readOnly(Request request) {
    return Access.of(request).user().isSuperuser ? List.of() : RIGHTS;
  }

  private static void joined(User user, boolean isNew) {
    if (isNew) {
      user.dateJoined = SiteContext.current().clock().instant();
    }
  }

  private static boolean mayTouch(
      Request request, Right right, @Nullable User user, boolean granted) {
    User asking = Access.of(request).user();
    if (user == null || right == Right.VIEW) {
      return granted;
    }
    boolean oneself = right == Right.DELETE && user.equals(asking);
    return granted && !oneself && (asking.isSuperuser || !user.isSuperuser);
  }
}
