package io.quintet.tasks;

import io.quintet.core.SiteContext;
import io.quintet.core.commands.Commands;
import io.quintet.core.commands.Terminal;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.OrmApp;
import io.quintet.orm.OrmSettings;
import java.time.Clock;

/** {@code ./manage worker} in a process of its own: its task runs until a line comes in. */
final class WorkerProcess {
  private WorkerProcess() {}

  public static void main(String[] args) {
    Task<String> write =
        Task.named(
            "report.write",
            (String text) -> {
              System.out.println("running " + text);
              System.in.read();
            });
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stopping")));
    SiteContext site =
        TestSite.with(Clock.systemUTC(), config -> config.add(Tasks.POINT, write))
            .apps(new OrmApp())
            .set(OrmSettings.DATABASE_URL, DatabaseUrl.parse(args[0]))
            .build();
    System.exit(Commands.run(site, Terminal.system(), "worker"));
  }
}
