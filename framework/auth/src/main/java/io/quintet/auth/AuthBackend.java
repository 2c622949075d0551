package io.quintet.auth;

import io.quintet.core.ExtensionPoint;
import java.util.Optional;

/**
 * A way to find out who somebody is from a name and a password: the users table, a directory. The
 * first backend that knows the pair wins; the users table is asked last.
 */
public interface AuthBackend {
  /** Where apps add backends. */
  ExtensionPoint<AuthBackend> POINT = ExtensionPoint.named("authentication backends");

  /** The user of that name and password, or empty. */
  Optional<User> authenticate(String username, String password);
}
