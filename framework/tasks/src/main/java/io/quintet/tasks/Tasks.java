package io.quintet.tasks;

import io.quintet.core.ExtensionPoint;
import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.Service;
import io.quintet.core.SiteContext;
import io.quintet.core.text.Nearest;
import io.quintet.tasks.brokers.DatabaseBroker;
import io.quintet.tasks.brokers.MemoryBroker;
import io.quintet.tasks.spi.Broker;
import io.quintet.tasks.spi.BrokerProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where an app registers its tasks and schedules, and where the site's broker is found. */
public final class Tasks {

  /** The tasks of the apps: {@code config.add(Tasks.POINT, BookingTasks.CONFIRM)}. */
  public static final ExtensionPoint<TaskDefinition> POINT = ExtensionPoint.named("tasks");

  /**
   * The schedules of the apps: {@code config.add(Tasks.SCHEDULES, Schedule.cron("0 3 * * *",
   * CLEAR))}.
   */
  public static final ExtensionPoint<Schedule> SCHEDULES = ExtensionPoint.named("task schedules");

  /** Brokers that apps bring, chosen by the setting {@code tasks.broker}. */
  public static final ExtensionPoint<BrokerProvider> BROKERS = ExtensionPoint.named("task brokers");

  /** The broker of a site. */
  public static final Service<Broker> BROKER =
      Service.of("task broker", Tasks::broker).closing(Broker::close);

  static final Service<TaskRegistry> REGISTRY = Service.of("tasks", TaskRegistry::new);

  static final Service<WakeUp> WAKE_UP = Service.of("task wake-up", site -> new WakeUp());

  private Tasks() {}

  /** What the broker of the current site knows of a task, or empty if there is none of this id. */
  public static Optional<TaskResult<?>> find(UUID id) {
    return SiteContext.current()
        .service(BROKER)
        .find(id)
        .map(found -> new TaskResult<>(found, null));
  }

  private static Broker broker(SiteContext site) {
    String wanted = site.setting(TasksSettings.BROKER);
    List<BrokerProvider> brought = site.extensions(BROKERS);
    return switch (wanted) {
      case "database" -> new DatabaseBroker();
      case "memory" -> new MemoryBroker();
      case "immediate" -> new ImmediateBroker(site);
      default ->
          brought.stream()
              .filter(provider -> provider.name().equals(wanted))
              .findFirst()
              .map(provider -> provider.factory().apply(site))
              .orElseThrow(() -> unknown(wanted, brought));
    };
  }

  private static ImproperlyConfigured unknown(String wanted, List<BrokerProvider> brought) {
    List<String> names = new ArrayList<>(List.of("database", "memory", "immediate"));
    brought.forEach(provider -> names.add(provider.name()));
    return new ImproperlyConfigured(
        "The setting tasks.broker is \""
            + wanted
            + "\", which no app brings"
            + Nearest.suggestion(wanted, names)
            + "; known are "
            + String.join(", ", names));
  }
}
