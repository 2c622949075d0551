package io.quintet.tasks;

import io.quintet.core.SiteContext;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.OrmApp;
import io.quintet.orm.OrmSettings;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** A worker in a process of its own: says when its task runs, and then never finishes it. */
final class KilledWorker {
  private KilledWorker() {}

  public static void main(String[] args) throws InterruptedException {
    Task<String> endless =
        Task.named(
            "report.write",
            (String text) -> {
              System.out.println("running " + text);
              new CountDownLatch(1).await();
            });
    SiteContext site =
        TestSite.with(Clock.systemUTC(), config -> config.add(Tasks.POINT, endless))
            .apps(new OrmApp())
            .set(OrmSettings.DATABASE_URL, DatabaseUrl.parse(args[0]))
            .build();
    TaskWorker.of(site).build().run();
  }
}
