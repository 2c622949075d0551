package io.quintet.server;

import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.CommandError;
import io.quintet.core.commands.Commands;
import io.quintet.core.commands.Options;
import io.quintet.core.commands.Terminal;
import io.quintet.http.spi.ServerConfig;
import io.quintet.http.spi.ServerRunner;
import io.quintet.http.spi.ServerStartException;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.Migrator;
import io.quintet.tasks.TaskWorker;
import io.quintet.tasks.TasksSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * {@code runserver}: serves the site until the process is told to stop.
 *
 * <p>In development it first migrates the database and, the first time, loads the sample content
 * and makes an administrator; tasks run in this process. In production it only serves, and says
 * when migrations are waiting.
 */
public final class RunServer implements Command {
  @Override
  public String name() {
    return "runserver";
  }

  @Override
  public String help() {
    return "Serves the site; in development it migrates the database first.";
  }

  @Override
  public void options(Options options) {
    options.optionalArgument(
        "ADDRESS", "[HOST:]PORT, as in 8001 or 0.0.0.0:8000; by default what the settings say.");
  }

  @Override
  public boolean checksFirst() {
    return true;
  }

  @Override
  public int run(CommandContext context) throws Exception {
    SiteContext site = context.site();
    ServerConfig settings = ServerConfig.of(site);
    Address address =
        context
            .option("ADDRESS")
            .map(text -> Address.parse(text, settings.host()))
            .orElseGet(() -> new Address(settings.host(), settings.port()));
    address.requireFree();
    boolean development = site.setting(CoreSettings.DEBUG);
    if (development) {
      int status = Commands.run(site, context.terminal(), "migrate");
      if (status != 0) {
        return status;
      }
      FirstRun.prepare(context);
    } else {
      requireSecretKey(site);
      warnOfMigrations(context);
    }
    ServerRunner server = start(site, settings.at(address.host(), address.port()));
    Optional<TaskWorker> worker = worker(site, development);
    announce(context.terminal(), server, worker);
    waitForTheEnd(context.terminal(), site, server, worker.orElse(null));
    return 0;
  }

  private static void requireSecretKey(SiteContext site) {
    if (site.setting(CoreSettings.SECRET_KEY).isEmpty()) {
      throw new CommandError(
          "In production the site needs a secret key: set QUINTET_SECRET_KEY to at least 50 random"
              + " characters and keep it. (For development set QUINTET_DEBUG=true.)");
    }
  }

  private static void warnOfMigrations(CommandContext context) {
    List<MigrationId> waiting = Migrator.of(context.site()).pending();
    if (!waiting.isEmpty()) {
      context.terminal().warning(MigrationsHealth.describe(waiting));
    }
  }

  private static ServerRunner start(SiteContext site, ServerConfig config) {
    try {
      return ServerRunner.start(site, config);
    } catch (ServerStartException e) {
      throw new CommandError(e.getMessage(), e);
    }
  }

  private static Optional<TaskWorker> worker(SiteContext site, boolean development) {
    boolean wanted =
        switch (site.setting(TasksSettings.IN_PROCESS)) {
          case ALWAYS -> true;
          case NEVER -> false;
          case IN_DEVELOPMENT -> development;
        };
    return wanted ? Optional.of(TaskWorker.start(site)) : Optional.empty();
  }

  private static void announce(
      Terminal terminal, ServerRunner server, Optional<TaskWorker> worker) {
    terminal.success("Listening at " + server.url());
    terminal.line(
        terminal.faint(
            worker.isPresent()
                ? "Tasks run in this process. Stop with Ctrl-C."
                : "Stop with Ctrl-C."));
  }

  /** Parks until the process is told to stop; then running requests and tasks end first. */
  private static void waitForTheEnd(
      Terminal terminal, SiteContext site, ServerRunner server, @Nullable TaskWorker worker)
      throws InterruptedException {
    var stopping = new CountDownLatch(1);
    Duration grace = site.setting(ServerConfig.STOP_GRACE);
    Thread hook =
        new Thread(
            () -> {
              terminal.line("");
              terminal.line(
                  "Stopping: requests that run have " + grace.toSeconds() + " seconds to end.");
              try (site;
                  worker) {
                server.stop(grace);
              } finally {
                stopping.countDown();
              }
            },
            "graceful-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    stopping.await();
  }
}
