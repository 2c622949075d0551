package io.quintet.conformance;

import io.quintet.auth.passwords.Md5Hasher;
import io.quintet.auth.passwords.PasswordHasher;
import io.quintet.auth.passwords.Passwords;
import io.quintet.auth.passwords.Pbkdf2Hasher;
import io.quintet.bouncycastle.Argon2Hasher;
import io.quintet.bouncycastle.BcryptHasher;
import io.quintet.bouncycastle.ScryptHasher;
import java.util.List;
import java.util.Objects;

/** Password hashes. */
final class HashRunner extends OpRunner {
  private static final Passwords ALL =
      new Passwords(
          List.of(
              Pbkdf2Hasher.sha256(Pbkdf2Hasher.DEFAULT_ITERATIONS),
              Pbkdf2Hasher.sha1(Pbkdf2Hasher.DEFAULT_ITERATIONS),
              Argon2Hasher.standard(),
              BcryptHasher.sha256(BcryptHasher.DEFAULT_COST),
              BcryptHasher.plain(BcryptHasher.DEFAULT_COST),
              ScryptHasher.standard(),
              new Md5Hasher()));

  HashRunner() {
    op("hash_encode", HashRunner::encode);
    op("hash_verify", input -> hasher(input).verify(password(input), encoded(input)));
    op("hash_decode", input -> hasher(input).decode(encoded(input)));
    op("hash_safe_summary", input -> hasher(input).safeSummary(encoded(input)));
    op("hash_must_update", input -> hasher(input).mustUpdate(encoded(input)));
    op(
        "is_password_usable",
        input -> input.get("encoded") == null || Passwords.isUsable(encoded(input)));
    op("check_password", HashRunner::check);
  }

  private static String password(Input input) {
    return (String) Objects.requireNonNull(input.get("password"), "password must be provided.");
  }

  private static String encoded(Input input) {
    return input.text("encoded");
  }

  private static PasswordHasher hasher(Input input) {
    return ALL.identify(encoded(input));
  }

  private static Object encode(Input input) {
    int rounds = input.number("iterations", Pbkdf2Hasher.DEFAULT_ITERATIONS);
    ScryptHasher usual = ScryptHasher.standard();
    PasswordHasher hasher =
        switch (input.text("algorithm")) {
          case "pbkdf2_sha256" -> Pbkdf2Hasher.sha256(rounds);
          case "pbkdf2_sha1" -> Pbkdf2Hasher.sha1(rounds);
          case "scrypt" ->
              new ScryptHasher(
                  input.number("n", usual.workFactor()),
                  input.number("r", usual.blockSize()),
                  input.number("p", usual.parallelism()));
          case "md5" -> new Md5Hasher();
          case "argon2" -> Argon2Hasher.standard();
          case "bcrypt" -> BcryptHasher.plain(BcryptHasher.DEFAULT_COST);
          default -> BcryptHasher.sha256(BcryptHasher.DEFAULT_COST);
        };
    return hasher.encode(password(input), input.text("salt"));
  }

  private static Object check(Input input) {
    return input.get("password") != null
        && input.get("encoded") != null
        && ALL.verify(password(input), encoded(input));
  }
}
