package io.quintet.orm.internal.dialect;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Understands PostgreSQL's errors. */
final class PostgresFailures implements Failures {
  private static final Pattern KEY = Pattern.compile("\\(([^()]*)\\)=");

  @Override
  public Failure of(SQLException error) {
    Kind kind =
        switch (Objects.requireNonNullElse(error.getSQLState(), "")) {
          case "23505" -> Kind.UNIQUE;
          case "23503" -> Kind.FOREIGN_KEY;
          case "23502" -> Kind.NOT_NULL;
          case "23514" -> Kind.CHECK;
          case "40001", "40P01", "55P03" -> Kind.CONFLICT;
          case "42P01", "42703" -> Kind.MISSING_TABLE;
          case "57014" -> Kind.TIMEOUT;
          default -> Kind.OTHER;
        };
    if (!(error instanceof PSQLException psql) || psql.getServerErrorMessage() == null) {
      return Failure.of(kind);
    }
    ServerErrorMessage message = psql.getServerErrorMessage();
    return new Failure(
        kind,
        Objects.requireNonNullElse(message.getConstraint(), ""),
        Objects.requireNonNullElse(message.getTable(), ""),
        columns(message));
  }

  /** Also when the server says that it ends: 57P01 to 57P03. */
  @Override
  public boolean isConnectionLost(SQLException error) {
    return Failures.super.isConnectionLost(error)
        || Objects.requireNonNullElse(error.getSQLState(), "").startsWith("57P0");
  }

  private static List<String> columns(ServerErrorMessage message) {
    if (message.getColumn() != null) {
      return List.of(message.getColumn());
    }
    Matcher key = KEY.matcher(Objects.requireNonNullElse(message.getDetail(), ""));
    return key.find() ? List.of(key.group(1).replace("\"", "").split(", ")) : List.of();
  }
}
