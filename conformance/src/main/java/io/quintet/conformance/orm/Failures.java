package io.quintet.conformance.orm;

import io.quintet.orm.DbException;
import io.quintet.orm.DoesNotExist;
import io.quintet.orm.Entity;
import io.quintet.orm.IntegrityException;
import io.quintet.orm.InvalidValueException;
import io.quintet.orm.MultipleObjects;
import io.quintet.orm.NotSupportedException;
import io.quintet.orm.ProtectedException;
import io.quintet.orm.QueryException;
import io.quintet.orm.ValidationErrors;
import io.quintet.orm.ValidationException;
import io.quintet.orm.meta.Models;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of our errors stands for which of Django's. */
final class Failures {
  private Failures() {}

  /** Whether an error is the one that was recorded. */
  static boolean matches(Map<String, @Nullable Object> expected, Throwable error) {
    return switch (String.valueOf(expected.get("error"))) {
      case "DoesNotExist" -> error instanceof DoesNotExist;
      case "MultipleObjectsReturned" -> error instanceof MultipleObjects;
      case "NotSupportedError" -> error instanceof NotSupportedException;
      case "IntegrityError" ->
          error instanceof IntegrityException integrity
              && integrity.kind().name().toLowerCase(Locale.ROOT).equals(expected.get("kind"));
      case "ProtectedError", "RestrictedError" ->
          error instanceof ProtectedException rows && inTheWay(expected, rows);
      case "ValidationError" ->
          error instanceof ValidationException invalid
              ? Same.same(expected.get("errors"), errors(invalid.errors()), true, false)
              : error instanceof InvalidValueException value
                  && Same.same(expected.get("errors"), errors(value), true, false);
      case "DataError", "OperationalError", "ProgrammingError", "DatabaseError" ->
          error instanceof DbException;
      case "TransactionManagementError" -> error instanceof QueryException;
      default ->
          error instanceof QueryException
              || error instanceof IllegalArgumentException
              || error instanceof IllegalStateException
              || error instanceof java.util.NoSuchElementException
              || error instanceof IndexOutOfBoundsException;
    };
  }

  private static boolean inTheWay(
      Map<String, @Nullable Object> expected, ProtectedException error) {
    List<@Nullable Object> found = new ArrayList<>();
    for (Entity entity : error.protectedBy()) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("$obj", Models.of(entity).name());
      one.put("pk", Shown.of(entity));
      found.add(one);
    }
    return Same.same(Literal.of(expected.get("objects")), found, false, false);
  }

  /** Codes and messages by field, as recorded. */
  static Map<String, @Nullable Object> errors(ValidationErrors errors) {
    Map<String, @Nullable Object> byField = new LinkedHashMap<>();
    for (ValidationErrors.Error error : errors.all()) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("code", error.code().isEmpty() ? null : error.code());
      one.put("message", error.message());
      Raw.list(byField.computeIfAbsent(error.field(), f -> new ArrayList<>())).add(one);
    }
    return byField;
  }

  /** What is wrong with a value of a query, in the form of an error of validation. */
  private static Map<String, @Nullable Object> errors(InvalidValueException error) {
    return errors(new ValidationErrors().add("", error.code(), error.sentence()));
  }

  static String shown(Throwable error) {
    Object more =
        error instanceof ValidationException invalid
            ? errors(invalid.errors())
            : String.valueOf(error.getMessage());
    return error.getClass().getSimpleName() + ": " + more;
  }
}
