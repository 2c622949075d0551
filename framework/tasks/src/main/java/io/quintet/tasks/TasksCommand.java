package io.quintet.tasks;

import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.CommandError;
import io.quintet.core.commands.Options;
import io.quintet.tasks.spi.Broker;
import io.quintet.tasks.spi.TaskRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code ./manage tasks}: what is queued, running and dead, and what to do about it. */
final class TasksCommand implements Command {
  private static final String SHOWN = "20";
  private static final int LONGEST_ERROR = 100;

  @Override
  public String name() {
    return "tasks";
  }

  @Override
  public String help() {
    return "Lists tasks: running, waiting and failed ones; runs failed ones again, forgets finished ones.";
  }

  @Override
  public void options(Options options) {
    options
        .option("--retry", "ID", "Queue this finished task again; \"all\" for every failed one.")
        .flag("--purge", "Forget all finished tasks, failed ones included.")
        .option("--limit", "N", SHOWN, "How many tasks of each state to list.");
  }

  @Override
  public int run(CommandContext context) {
    Broker broker = context.site().service(Tasks.BROKER);
    Instant now = context.site().clock().instant();
    if (context.option("--retry").isPresent()) {
      return retry(broker, context.option("--retry").get(), now, context);
    }
    if (context.flag("--purge")) {
      int purged =
          broker.purge(EnumSet.of(TaskState.SUCCESS, TaskState.FAILURE), now.plusSeconds(1));
      context.line(purged + (purged == 1 ? " task" : " tasks") + " forgotten");
      return 0;
    }
    list(broker, limit(context), context);
    return 0;
  }

  private static int retry(Broker broker, String wanted, Instant now, CommandContext context) {
    List<UUID> ids =
        wanted.equals("all")
            ? broker.list(Set.of(TaskState.FAILURE), Integer.MAX_VALUE).stream()
                .map(found -> found.message().id())
                .toList()
            : List.of(id(wanted));
    long queued = ids.stream().filter(id -> broker.requeue(id, now)).count();
    if (queued == 0 && !wanted.equals("all")) {
      throw new CommandError(
          "No finished task has the id " + wanted + "; ./manage tasks lists them");
    }
    context.line(queued + (queued == 1 ? " task" : " tasks") + " queued again");
    return 0;
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new CommandError(
          "--retry takes the id of a task, as ./manage tasks prints it, or all; not \""
              + text
              + "\"",
          e);
    }
  }

  private static int limit(CommandContext context) {
    String text = context.option("--limit").orElse(SHOWN);
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException e) {
      throw new CommandError("--limit takes a whole number, but was \"" + text + "\"", e);
    }
  }

  private static void list(Broker broker, int limit, CommandContext context) {
    Map<TaskState, Long> counts = broker.counts();
    context.line(
        EnumSet.allOf(TaskState.class).stream()
            .map(state ->
                state.name().toLowerCase(java.util.Locale.ROOT)
                    + " "
                    + counts.getOrDefault(state, 0L))
            .collect(Collectors.joining(", ")));
    for (TaskState state :
        List.of(TaskState.STARTED, TaskState.RETRY, TaskState.PENDING, TaskState.FAILURE)) {
      broker.list(Set.of(state), limit).forEach(found -> context.line(describe(found)));
    }
    schedules(context);
  }

  private static String describe(TaskRecord found) {
    StringBuilder line =
        new StringBuilder()
            .append(found.state())
            .append(' ')
            .append(found.message().id())
            .append(' ')
            .append(found.message().task())
            .append(", queue ")
            .append(found.message().queue())
            .append(", attempts ")
            .append(found.attempts());
    if (found.state() == TaskState.STARTED) {
      line.append(", since ").append(found.started()).append(" by ").append(found.worker());
    } else if (found.state() == TaskState.PENDING) {
      line.append(", due ").append(found.message().due());
    }
    if (found.failure() != null) {
      line.append(", ")
          .append(found.failure().type())
          .append(": ")
          .append(Lines.shortened(found.failure().message(), LONGEST_ERROR));
    }
    return line.toString();
  }

  private static void schedules(CommandContext context) {
    SiteContext site = context.site();
    ZoneId zone = site.setting(CoreSettings.TIME_ZONE);
    for (Schedule schedule : site.extensions(Tasks.SCHEDULES)) {
      context.line(schedule + ", next " + schedule.next(site.clock().instant(), zone));
    }
  }
}
