package io.quintet.conformance.orm;

import io.quintet.conformance.AreaRunner;
import io.quintet.conformance.Case;
import io.quintet.conformance.Outcome;
import io.quintet.orm.DatabaseUnavailableException;
import io.quintet.orm.InvalidValueException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the cases of the ORM on one of the databases. */
public final class OrmRunner implements AreaRunner {
  /** The databases that cases were recorded on. */
  public static final List<String> DATABASES = List.of(OrmDatabase.SQLITE, OrmDatabase.POSTGRESQL);

  private final String name;
  private final Map<String, @Nullable Object> fixture;
  private @Nullable OrmDatabase database;
  private String absent = "";

  /** On a database, with the rows that the cases are about. */
  public OrmRunner(String database, Map<String, @Nullable Object> fixture) {
    this.name = database;
    this.fixture = fixture;
  }

  /** The database. */
  public String name() {
    return name;
  }

  /** Whether a file holds cases of the ORM. */
  public static boolean isOrm(String file) {
    return file.startsWith("orm/") && !file.equals("orm/migrations.json");
  }

  @Override
  public boolean handles(Case one) {
    return isOrm(one.area().file());
  }

  @Override
  public Outcome run(Case one) {
    OrmDatabase open = open();
    if (open == null) {
      return new Outcome.Unsupported(absent);
    }
    if (Boolean.TRUE.equals(one.get("writes"))) {
      open.resetCounters();
    }
    Map<String, Outcome> outcome = new HashMap<>();
    try {
      open.rolledBack(() -> outcome.put("", steps(one)));
    } catch (Unwritable e) {
      return new Outcome.Unsupported(e.reason());
    } catch (RuntimeException e) {
      return new Outcome.Failed("an outcome", String.valueOf(e));
    }
    return outcome.getOrDefault("", new Outcome.Failed("an outcome", "none"));
  }

  private @Nullable OrmDatabase open() {
    if (database == null && absent.isEmpty()) {
      try {
        database = OrmDatabase.open(name, fixture);
      } catch (DatabaseUnavailableException e) {
        absent = name + " is not there";
      }
    }
    return database;
  }

  private Outcome steps(Case one) {
    Steps steps = new Steps();
    List<@Nullable Object> expected = Raw.list(Raw.object(one.get("expected")).get(name));
    List<@Nullable Object> checks = Raw.list(one.get("checks"));
    List<@Nullable Object> all = Raw.list(one.get("steps"));
    for (int i = 0; i < all.size(); i++) {
      Entry entry = steps.entry(Raw.object(all.get(i)), true);
      Map<String, @Nullable Object> check =
          i < checks.size() ? Raw.object(checks.get(i)) : Map.of();
      Map<String, @Nullable Object> wanted = Raw.object(expected.get(i));
      if (entry.error() instanceof InvalidValueException value
          && value.code().equals(InvalidValueException.OUT_OF_RANGE)
          && !wanted.containsKey("error")) {
        return new Outcome.Unsupported("a number that no Java field of this size can hold");
      }
      String difference =
          entry.difference(
              wanted,
              !Boolean.FALSE.equals(check.get("ordered")),
              !Boolean.FALSE.equals(check.get("inner_ordered")));
      if (!difference.isEmpty()) {
        return new Outcome.Failed("step " + (i + 1) + ": " + wanted, difference);
      }
    }
    return new Outcome.Passed();
  }
}
