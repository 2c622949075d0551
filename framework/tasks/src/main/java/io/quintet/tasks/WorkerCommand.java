package io.quintet.tasks;

import io.quintet.core.SiteContext;
import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.CommandError;
import io.quintet.core.commands.Options;
import io.quintet.core.commands.Terminal;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** {@code ./manage worker}: runs tasks until it is told to stop. */
final class WorkerCommand implements Command {
  private static final System.Logger LOG = System.getLogger("io.quintet.tasks");
  private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(1);

  @Override
  public String name() {
    return "worker";
  }

  @Override
  public String help() {
    return "Runs background tasks and schedules until stopped (Ctrl-C or SIGTERM; running tasks may finish).";
  }

  @Override
  public void options(Options options) {
    options
        .option("--queues", "NAMES", "Serve only these queues, separated by commas.")
        .option(
            "--concurrency",
            "N",
            "How many tasks run at the same time (default: setting tasks.concurrency).")
        .flag("--drain", "Run everything that is due, then exit; status 1 if an attempt failed.")
        .flag("--once", "Run one task that is due, if any, then exit; status 1 if it failed.");
  }

  @Override
  public boolean checksFirst() {
    return true;
  }

  @Override
  public int run(CommandContext context) throws InterruptedException {
    TaskWorker worker = worker(context);
    if (context.flag("--drain") || context.flag("--once")) {
      int ran = worker.drain(context.flag("--once") ? 1 : Integer.MAX_VALUE);
      context.line(ran + (ran == 1 ? " attempt, " : " attempts, ") + worker.failed() + " failed");
      return worker.failed() == 0 ? 0 : 1;
    }
    runUntilStopped(worker, context);
    return 0;
  }

  private static TaskWorker worker(CommandContext context) {
    TaskWorker.Builder builder = TaskWorker.of(context.site());
    context.option("--queues").ifPresent(names -> builder.queues(queues(names)));
    context.option("--concurrency").ifPresent(text -> builder.concurrency(positive(text)));
    return builder.build();
  }

  private static Set<String> queues(String names) {
    return Arrays.stream(names.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }

  private static int positive(String text) {
    try {
      int value = Integer.parseInt(text);
      if (value >= 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new CommandError(
          "--concurrency takes a whole number of 1 or more, but was \"" + text + "\"", e);
    }
    throw new CommandError("--concurrency takes a whole number of 1 or more, but was " + text);
  }

  private static void runUntilStopped(TaskWorker worker, CommandContext context)
      throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook = new Thread(() -> stopAndWait(worker, ended, context.site()), "tasks-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    Thread progress =
        Thread.ofVirtual()
            .name("tasks-progress")
            .start(() -> showProgress(worker, context.terminal()));
    context.line("Worker " + worker.name() + " is ready; Ctrl-C stops it.");
    try {
      worker.run();
    } finally {
      progress.interrupt();
      ended.countDown();
    }
  }

  /** The process ends when this hook returns: so it waits for the tasks that still run. */
  private static void stopAndWait(TaskWorker worker, CountDownLatch ended, SiteContext site) {
    int running = worker.running();
    LOG.log(
        Level.INFO,
        () ->
            "The worker stops; "
                + running
                + " running tasks may finish within "
                + site.setting(TasksSettings.STOP_GRACE));
    worker.stop();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void showProgress(TaskWorker worker, Terminal terminal) {
    try {
      while (terminal.interactive()) {
        terminal.progress(
            worker.running()
                + " running, "
                + worker.done()
                + " done, "
                + worker.failed()
                + " failed ");
        Thread.sleep(BETWEEN_PROGRESS);
      }
    } catch (InterruptedException e) {
      terminal.progressDone();
    }
  }
}
