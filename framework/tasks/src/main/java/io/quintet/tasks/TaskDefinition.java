package io.quintet.tasks;

import io.quintet.core.json.Json;
import io.quintet.orm.Db;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A task that can be registered at {@link Tasks#POINT}: a name that producers and workers share,
 * and what it does. Made by {@link Task#named} and {@link Task#returning}; immutable.
 */
public abstract sealed class TaskDefinition permits Task, Task0 {
  private static final int LONGEST_NAME = 200;

  private final String name;
  private final TaskOptions options;

  TaskDefinition(String name, TaskOptions options) {
    if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(c -> c <= ' ')) {
      throw new IllegalArgumentException(
          "A task's name has 1 to 200 characters and no spaces, as in \"booking.confirm\", but was \""
              + name
              + "\"");
    }
    this.name = name;
    this.options = options;
  }

  /** The name, unique in the site. */
  public final String name() {
    return name;
  }

  /** The queue it waits in; "default" unless chosen. */
  public final String queue() {
    return options.queue();
  }

  /** Its priority; higher goes first, 0 unless chosen. */
  public final int priority() {
    return options.priority();
  }

  /** What happens after a failure; {@link Retry#none()} unless chosen. */
  public final Retry retry() {
    return options.retry();
  }

  /** How long one attempt may take, if limited. */
  public final Optional<Duration> timeLimit() {
    return Optional.ofNullable(options.timeLimit());
  }

  final TaskOptions options() {
    return options;
  }

  /**
   * Reads the arguments and answers with the work to do, which gives the result as a JSON value, or
   * null if the task has none.
   */
  abstract Callable<@Nullable Object> prepare(List<@Nullable Object> arguments);

  /** How a result is read, or null if the task has none. */
  abstract @Nullable Codec<?> resultCodec();

  /** The work for arguments as they are in a message. */
  final Callable<@Nullable String> prepare(String arguments) {
    if (!(Json.parse(arguments) instanceof List<?> list)) {
      throw new CodecException("The arguments of task \"" + name + "\" are not a JSON list");
    }
    List<@Nullable Object> values = Collections.unmodifiableList(new ArrayList<>(list));
    Callable<@Nullable Object> work;
    try {
      work = prepare(values);
    } catch (CodecException e) {
      throw new CodecException(
          "Cannot read the arguments of task \"" + name + "\": " + e.getMessage(), e);
    }
    Codec<?> codec = resultCodec();
    return () -> {
      Object result = Db.readingFromReplicas(work::call);
      return codec == null ? null : Json.write(result);
    };
  }

  final void requireCount(List<@Nullable Object> arguments, int expected) {
    if (arguments.size() != expected) {
      throw new CodecException("expected " + expected + " but found " + arguments.size());
    }
  }

  static String list(@Nullable Object... values) {
    return Json.write(Arrays.asList(values));
  }

  @Override
  public String toString() {
    return "task \"" + name + "\"";
  }
}
