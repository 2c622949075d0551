package io.quintet.http.routing;

import java.util.Set;

/** What a path and method lead to. */
public sealed interface Resolution {
  /** A route answers. */
  record Found(RouteMatch match) implements Resolution {}

  /** The path exists, for other methods. */
  record WrongMethod(Set<String> allowed) implements Resolution {
    /** Copies the set, keeping its order. */
    public WrongMethod {
      allowed = java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(allowed));
    }
  }

  /** Nothing is at this path. */
  record NotFound() implements Resolution {}
}
