package io.quintet.orm;

import io.quintet.core.CoreSettings;
import io.quintet.core.QuintetException;
import io.quintet.core.SiteContext;
import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.dialect.Failures;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Something went wrong with a database; the parent of all errors of models and queries. */
public class DbException extends QuintetException {
  private static final long serialVersionUID = 1L;

  /** An error with a message. */
  public DbException(String message) {
    super(message);
  }

  /** An error with a message and a cause. */
  public DbException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** What an error of the driver means. */
  public static DbException of(SQLException error, Database database) {
    Failures failures = database.dialect().failures();
    Failures.Failure failure = failures.of(error);
    String text = failures.text(error.getMessage());
    return switch (failure.kind()) {
      case UNIQUE, FOREIGN_KEY, NOT_NULL, CHECK -> IntegrityException.of(failure, error);
      case CONFLICT ->
          new ConflictException(
              "Another transaction is in the way on the database \""
                  + database.alias()
                  + "\": "
                  + text
                  + ". Try again.",
              error);
      case MISSING_TABLE ->
          new DbException(
              "The database \""
                  + database.alias()
                  + "\" lacks a table or column: "
                  + text
                  + ". Run: ./manage migrate",
              error);
      case OTHER ->
          new DbException(
              "The database \"%s\" refused a statement: %s"
                  .formatted(
                      database.alias(),
                      showsValues()
                          ? text
                          : "SQL state " + error.getSQLState() + ", see the cause."),
              error);
    };
  }

  /**
   * What a database says may repeat values of rows, so only a developer gets to read it in the
   * message.
   */
  private static boolean showsValues() {
    return SiteContext.find().map(site -> site.setting(CoreSettings.DEBUG)).orElse(false);
  }

  /** The database cannot be reached. */
  public static DbException unavailable(SQLException error, Database database) {
    return new DatabaseUnavailableException(
        "Cannot connect to the database \"%s\" at %s: %s. Is it running, and is the setting orm.database-url right?"
            .formatted(
                database.alias(),
                database.address(),
                database.dialect().failures().text(error.getMessage())),
        error);
  }
}
