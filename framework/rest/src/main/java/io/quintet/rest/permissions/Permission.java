package io.quintet.rest.permissions;

import io.quintet.rest.ApiRequest;

/** A rule for who may call; a call is allowed when all rules of its endpoint allow it. */
@FunctionalInterface
public interface Permission {
  /** Whether the call is allowed as such. */
  boolean allows(ApiRequest request);

  /** Whether the call may touch an object; asked after {@link #allows}. */
  default boolean allowsObject(ApiRequest request, Object object) {
    return true;
  }

  /** What a client is told that is known but not allowed. */
  default String message() {
    return "You do not have permission to perform this action.";
  }
}
