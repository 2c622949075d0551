package io.quintet.auth;

import io.quintet.auth.passwords.Passwords;
import java.util.List;
import java.util.Optional;

/**
 * Checks a password against the users table. An unknown name costs the same time as a known one,
 * and an old hash is made anew with today's strength while the password is at hand.
 */
final class UsersBackend implements AuthBackend {
  @Override
  public Optional<User> authenticate(String username, String password) {
    Passwords passwords = Passwords.current();
    Optional<User> found = find(username);
    if (found.isEmpty()) {
      passwords.verify(password, Passwords.unusable());
      return Optional.empty();
    }
    User user = found.get();
    if (!passwords.verify(password, user.password) || !user.isActive) {
      return Optional.empty();
    }
    if (passwords.mustUpdate(user.password)) {
      user.changePassword(password);
      user.save();
    }
    return found;
  }

  /** By user name, else by an e-mail address that exactly one user has. */
  private static Optional<User> find(String username) {
    Optional<User> user = User.objects.filter("username", username).first();
    if (user.isPresent() || username.indexOf('@') < 0) {
      return user;
    }
    List<User> owners = User.objects.filter("email__iexact", username).limit(2).list();
    return owners.size() == 1 ? Optional.of(owners.getFirst()) : Optional.empty();
  }
}
