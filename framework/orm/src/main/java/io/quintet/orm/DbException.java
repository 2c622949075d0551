package io.quintet.orm;

import io.quintet.core.CoreSettings;
import io.quintet.core.QuintetException;
import io.quintet.core.SiteContext;
import io.quintet.orm.internal.db.Database;
import io.quintet.orm.internal.dialect.Failures;
import java.sql.SQLException;
import java.time.Duration;
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
    if (failures.isConnectionLost(error)) {
      return lost(error, database);
    }
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
      case TIMEOUT -> new StatementTimeoutException(timeoutText(database), error);
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

  private static DbException lost(SQLException error, Database database) {
    return new DatabaseUnavailableException(
        "The connection to the database \"%s\" was lost while a statement ran: %s. What was not committed is undone; whether a statement outside of a transaction, or a commit, took effect has to be looked up before it is tried again."
            .formatted(database.alias(), database.dialect().failures().text(error.getMessage())),
        error);
  }

  private static String timeoutText(Database database) {
    return "A statement on the database \"%s\" was ended after %s. Make it cheaper, or raise orm.statement-timeout."
        .formatted(
            database.alias(),
            SiteContext.find()
                .map(site -> site.setting(OrmSettings.STATEMENT_TIMEOUT))
                .filter(Duration::isPositive)
                .map(limit -> limit.toMillis() + " ms")
                .orElse("the time that the database allows"));
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
