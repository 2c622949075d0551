package io.quintet.admin;

import io.quintet.auth.Auth;
import io.quintet.auth.Permissions;
import io.quintet.auth.User;
import io.quintet.http.Forbidden;
import io.quintet.http.Request;
import io.quintet.http.RequestKey;
import io.quintet.orm.Entity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the user of a request may do in the admin; the permissions are read once a request. */
final class Access {
  private static final RequestKey<Access> KEY = RequestKey.named("admin access");

  private final Request request;
  private final User user;
  private @Nullable Set<String> permissions;

  private Access(Request request, User user) {
    this.request = request;
    this.user = user;
  }

  static Access of(Request request) {
    return request
        .attribute(KEY)
        .orElseGet(() -> {
          Access access = new Access(request, Auth.requireUser(request));
          request.set(KEY, access);
          return access;
        });
  }

  /** Whether somebody may enter the admin at all. */
  static boolean isStaff(User user) {
    return user.isActive && user.isStaff;
  }

  User user() {
    return user;
  }

  /** Whether the user has a right on the model as a whole. */
  <M extends Entity> boolean may(ModelAdmin<M> admin, Right right) {
    return may(admin, right, null);
  }

  /** Whether the user has a right on a row. */
  <M extends Entity> boolean may(ModelAdmin<M> admin, Right right, @Nullable M entity) {
    boolean granted = isGranted(admin, right);
    for (AccessRule<M> rule : admin.options().rules) {
      granted = rule.allows(request, right, entity, granted);
    }
    return granted;
  }

  private boolean isGranted(ModelAdmin<?> admin, Right right) {
    boolean has = has(Permissions.name(right.word(), admin.model()));
    return has
        || (right == Right.VIEW && has(Permissions.name(Right.CHANGE.word(), admin.model())));
  }

  private boolean has(String permission) {
    if (user.isSuperuser) {
      return true;
    }
    Set<String> known = permissions;
    if (known == null) {
      known = Permissions.of(user);
      permissions = known;
    }
    return known.contains(permission);
  }

  /** Whether the user may do anything with the model, so that it is listed. */
  boolean sees(ModelAdmin<?> admin) {
    for (Right right : Right.values()) {
      if (may(admin, right)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Refuses a user without the right.
   *
   * @throws Forbidden with a sentence that says what is missing
   */
  <M extends Entity> void require(ModelAdmin<M> admin, Right right, @Nullable M entity) {
    if (!may(admin, right, entity)) {
      throw new Forbidden(
          "Your account may not %s %s.".formatted(right.word(), admin.model().verboseNamePlural()));
    }
  }
}
