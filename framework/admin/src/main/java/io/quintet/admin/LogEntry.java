package io.quintet.admin;

import static io.quintet.orm.annotation.OnDelete.CASCADE;
import static io.quintet.orm.annotation.OnDelete.SET_NULL;

import io.quintet.auth.ContentType;
import io.quintet.auth.User;
import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.AutoKey;
import io.quintet.orm.annotation.Blank;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Text;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that somebody did in the admin. The table is the one that Django's admin makes. */
@Model(
    app = "admin",
    table = "django_admin_log",
    ordering = {"-actionTime", "-id"},
    verboseName = "log entry",
    verboseNamePlural = "log entries")
@AutoKey(bits = 32)
public class LogEntry extends Entity {
  /** The flag of a row that was added. */
  public static final short ADDED = 1;

  /** The flag of a row that was changed. */
  public static final short CHANGED = 2;

  /** The flag of a row that was deleted. */
  public static final short DELETED = 3;

  /** When. */
  public Instant actionTime = Instant.EPOCH;

  /** Who. */
  @ForeignKey(onDelete = CASCADE, relatedName = "adminLog")
  public final One<User> user = one();

  /** The model. */
  @ForeignKey(onDelete = SET_NULL, relatedName = "adminLog")
  public final One<@Nullable ContentType> contentType = one();

  /** The key of the row as text. */
  @Text @Blank public @Nullable String objectId;

  /** What the row was called then. */
  @Size(max = 200)
  public String objectRepr = "";

  /** {@link #ADDED}, {@link #CHANGED} or {@link #DELETED}. */
  public short actionFlag = CHANGED;

  /** What changed: JSON in Django's form, or plain text. */
  @Text @Blank public String changeMessage = "";

  /** All rows. */
  public static final Manager<LogEntry> objects = Manager.of(LogEntry.class);

  /** {@code added}, {@code changed} or {@code deleted}. */
  public String kind() {
    return switch (actionFlag) {
      case ADDED -> "added";
      case DELETED -> "deleted";
      default -> "changed";
    };
  }

  @Override
  public String toString() {
    return kind() + " " + objectRepr;
  }
}
