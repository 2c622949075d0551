package io.quintet.http.sessions;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Index;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.PrimaryKey;
import io.quintet.orm.annotation.Text;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** A row of the session table, which is Django's: the data is signed, compressed JSON. */
@Model(app = "sessions", table = "django_session", verboseName = "session")
public class StoredSession extends Entity {
  public static final Manager<StoredSession> objects = Manager.of(StoredSession.class);

  /** The key in the visitor's cookie. */
  @PrimaryKey
  @Size(max = 40)
  public String sessionKey = "";

  /** The signed data. */
  @Text public String sessionData = "";

  /** When it ends. */
  @Index public Instant expireDate = Instant.EPOCH;
}
