package io.quintet.auth.passwords;

import io.quintet.core.ExtensionPoint;
import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.Service;
import io.quintet.core.SiteContext;
import io.quintet.core.settings.Setting;
import io.quintet.core.signing.Crypto;
import io.quintet.core.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Hashes and checks the passwords of a site. Hashes are in Django's format, so a user of a site
 * made with Django logs in here with the old password, and the other way round.
 *
 * <p>As many hashes are computed at once as there are processors: a flood of log-ins waits, and
 * does not starve the other requests.
 */
public final class Passwords {
  /** The work put into a new hash. */
  public static final Setting<Integer> ITERATIONS =
      Setting.integer(
              "auth.password-iterations",
              Pbkdf2Hasher.DEFAULT_ITERATIONS,
              "Rounds of PBKDF2 for a new password hash")
          .check(rounds -> rounds > 0, "it must be at least 1");

  /** The algorithm of new hashes. */
  public static final Setting<String> ALGORITHM =
      Setting.text(
          "auth.password-algorithm",
          "pbkdf2_sha256",
          "Algorithm of a new password hash; argon2, scrypt and bcrypt_sha256 need the module quintet-bouncycastle");

  /** Where modules add hashers; hashes of each can be checked, whichever is used for new ones. */
  public static final ExtensionPoint<PasswordHasher> HASHERS =
      ExtensionPoint.named("password hashers");

  /** The site's passwords. */
  public static final Service<Passwords> SERVICE = Service.of("passwords", Passwords::of);

  /** A password longer than this is refused: hashing it would cost more than it protects. */
  public static final int LONGEST = 4096;

  private static final String UNUSABLE = "!";
  private static final int UNUSABLE_LENGTH = 40;

  /** The one for new hashes first. */
  private final List<PasswordHasher> hashers;

  private final Semaphore gate = new Semaphore(Runtime.getRuntime().availableProcessors());

  /** Passwords hashed with that many rounds of PBKDF2. */
  public Passwords(int iterations) {
    this(builtIn(iterations));
  }

  /** Passwords that are hashed by the first of some hashers, and checked by all. */
  public Passwords(List<? extends PasswordHasher> hashers) {
    this.hashers = List.copyOf(hashers);
  }

  private static List<PasswordHasher> builtIn(int iterations) {
    return List.of(Pbkdf2Hasher.sha256(iterations), Pbkdf2Hasher.sha1(iterations), new Md5Hasher());
  }

  private static Passwords of(SiteContext site) {
    List<PasswordHasher> all = new ArrayList<>(builtIn(site.setting(ITERATIONS)));
    all.addAll(site.extensions(HASHERS));
    String wanted = site.setting(ALGORITHM);
    List<String> known = all.stream().map(PasswordHasher::algorithm).toList();
    int index = known.indexOf(wanted);
    if (index < 0) {
      throw new ImproperlyConfigured(
          "The setting 'auth.password-algorithm' is '%s', which no hasher of this site makes%s. Known: %s; argon2, scrypt and bcrypt come with quintet-bouncycastle"
              .formatted(wanted, Nearest.suggestion(wanted, known), String.join(", ", known)));
    }
    all.addFirst(all.remove(index));
    return new Passwords(all);
  }

  /** Those of the current site. */
  public static Passwords current() {
    return SiteContext.current().service(SERVICE);
  }

  /** The hash of a new password. */
  public String hash(String password) {
    return guarded(() -> preferred().encode(password));
  }

  /** A value for the password column with which nobody can log in. */
  public static String unusable() {
    return UNUSABLE + Crypto.randomString(UNUSABLE_LENGTH);
  }

  /** Whether a password can be checked against this value at all. */
  public static boolean isUsable(String encoded) {
    return !encoded.startsWith(UNUSABLE);
  }

  /**
   * Whether the password is the one that was hashed. A value that is no known hash, or a hash made
   * with less work, costs the same as one of today, so that the time does not tell which users
   * exist.
   */
  public boolean verify(String password, String encoded) {
    if (password.length() > LONGEST) {
      return false;
    }
    Optional<PasswordHasher> hasher = isUsable(encoded) ? hasherOf(encoded) : Optional.empty();
    if (hasher.isEmpty()) {
      hash(password);
      return false;
    }
    return guarded(() -> {
      boolean correct = hasher.get().verify(password, encoded);
      if (!correct) {
        hasher.get().harden(password, encoded);
      }
      return correct;
    });
  }

  /** Whether the hash should be made anew at the next log-in: an old algorithm or less work. */
  public boolean mustUpdate(String encoded) {
    return hasherOf(encoded)
        .map(hasher -> hasher != preferred() || hasher.mustUpdate(encoded))
        .orElse(false);
  }

  /**
   * The hasher that made a hash, for reading its parts.
   *
   * @throws IllegalArgumentException if no hasher of the site has its algorithm
   */
  public PasswordHasher identify(String encoded) {
    return hasherOf(encoded)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "No hasher has the algorithm of the stored hash. Known: "
                    + String.join(", ", hashers.stream().map(PasswordHasher::algorithm).toList())));
  }

  private PasswordHasher preferred() {
    return hashers.getFirst();
  }

  private Optional<PasswordHasher> hasherOf(String encoded) {
    int end = encoded.indexOf('$');
    String algorithm = end < 0 ? "" : encoded.substring(0, end);
    return hashers.stream().filter(hasher -> hasher.algorithm().equals(algorithm)).findFirst();
  }

  private <T> T guarded(java.util.function.Supplier<T> work) {
    gate.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      gate.release();
    }
  }
}
