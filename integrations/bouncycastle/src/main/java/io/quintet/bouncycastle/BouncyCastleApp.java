package io.quintet.bouncycastle;

import io.quintet.auth.passwords.Passwords;
import io.quintet.core.App;
import io.quintet.core.AppConfig;

/**
 * Lets a site check hashes of argon2, scrypt and bcrypt, and make them when the setting {@code
 * auth.password-algorithm} says so.
 */
public final class BouncyCastleApp implements App {
  @Override
  public String label() {
    return "bouncycastle";
  }

  @Override
  public String verboseName() {
    return "Password hashers";
  }

  @Override
  public void configure(AppConfig config) {
    config.add(Passwords.HASHERS, Argon2Hasher.standard());
    config.add(Passwords.HASHERS, ScryptHasher.standard());
    config.add(Passwords.HASHERS, BcryptHasher.sha256(BcryptHasher.DEFAULT_COST));
    config.add(Passwords.HASHERS, BcryptHasher.plain(BcryptHasher.DEFAULT_COST));
  }
}
