package io.quintet.rest.permissions;

import io.quintet.auth.User;
import io.quintet.rest.ApiRequest;
import io.quintet.rest.viewsets.ReadOnlyViewSet;
import java.util.Map;
import java.util.Optional;

/** The usual rules. */
public final class Permissions {
  /** Everybody. */
  public static final Permission ALLOW_ANY = request -> true;

  /** Users. */
  public static final Permission IS_AUTHENTICATED = request -> request.user().isPresent();

  /** Staff. */
  public static final Permission IS_ADMIN_USER =
      request -> request.user().filter(user -> user.isStaff).isPresent();

  /** Everybody reads; users write. */
  public static final Permission IS_AUTHENTICATED_OR_READ_ONLY =
      request -> request.isSafe() || request.user().isPresent();

  /**
   * Users with the permission on the view set's model that the method needs: add for POST, change
   * for PUT and PATCH, delete for DELETE; every user reads.
   */
  public static final Permission MODEL_PERMISSIONS = request -> model(request, false);

  /** As {@link #MODEL_PERMISSIONS}, and everybody reads. */
  public static final Permission MODEL_PERMISSIONS_OR_ANONYMOUS_READ_ONLY =
      request -> model(request, true);

  private static final Map<String, String> ACTIONS =
      Map.of("POST", "add", "PUT", "change", "PATCH", "change", "DELETE", "delete");

  private Permissions() {}

  private static boolean model(ApiRequest request, boolean anonymousReads) {
    Optional<User> user = request.user();
    if (user.isEmpty()) {
      return anonymousReads && request.isSafe();
    }
    String action = ACTIONS.get(request.method());
    if (action == null) {
      return request.isSafe();
    }
    if (!(request.endpoint() instanceof ReadOnlyViewSet<?, ?> views)) {
      throw new IllegalStateException(
          "MODEL_PERMISSIONS is a rule for view sets of a model; "
              + request.endpoint().getClass().getName()
              + " is none.");
    }
    return io.quintet.auth.Permissions.has(
        user.get(), io.quintet.auth.Permissions.name(action, views.model()));
  }
}
