package io.quintet.tasks;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.CoreApp;
import io.quintet.core.SiteContext;
import io.quintet.orm.migrations.Migrator;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;

/** Sites for the tests of this room. */
final class TestSite {
  private TestSite() {}

  /** A site with the tasks room and one more app, which registers what the test needs. */
  static SiteContext.Builder with(Clock clock, Consumer<AppConfig> configure) {
    return SiteContext.builder("test")
        .env(Map.of())
        .clock(clock)
        .apps(new CoreApp(), new TasksApp(), new Sample(configure));
  }

  /** The same, its tasks kept in memory. */
  static SiteContext inMemory(Clock clock, Consumer<AppConfig> configure) {
    return with(clock, configure).set(TasksSettings.BROKER, "memory").build();
  }

  /** The tables of this room in the site's database. */
  static void createTables(SiteContext site) {
    site.run(() -> Migrator.of(site).migrate());
  }

  private record Sample(Consumer<AppConfig> configuration) implements App {
    @Override
    public String label() {
      return "sample";
    }

    @Override
    public void configure(AppConfig config) {
      configuration.accept(config);
    }
  }
}
