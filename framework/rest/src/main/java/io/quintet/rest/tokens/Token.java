package io.quintet.rest.tokens;

import static io.quintet.orm.annotation.OnDelete.CASCADE;

import io.quintet.auth.User;
import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.Created;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OneToOne;
import io.quintet.orm.annotation.PrimaryKey;
import jakarta.validation.constraints.Size;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

/** The secret by which a program calls the API as a user. The table is DRF's. */
@Model(app = "authtoken", ordering = "-created")
public class Token extends Entity {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 20;

  /** The secret. */
  @PrimaryKey
  @Size(max = 40)
  public String key = "";

  /** Whose it is. */
  @OneToOne(onDelete = CASCADE, relatedName = "authToken")
  public final One<User> user = one();

  /** When it was made. */
  @Created public Instant created = Instant.EPOCH;

  /** All rows. */
  public static final Manager<Token> objects = Manager.of(Token.class);

  /** The token of a user; made if there is none. */
  public static Token of(User user) {
    return objects.filter("user", user).first().orElseGet(() -> create(user));
  }

  /** A new token of a user in the place of the one that there may be. */
  public static Token renew(User user) {
    objects.filter("user", user).delete();
    return create(user);
  }

  private static Token create(User user) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    Token token = new Token();
    token.key = HexFormat.of().formatHex(bytes);
    token.user.set(user);
    token.save();
    return token;
  }

  /** Whose it is, not the secret. */
  @Override
  public String toString() {
    return "token of user " + user.key();
  }
}
