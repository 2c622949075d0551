package io.quintet.server;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.http.HealthCheck;
import io.quintet.scaffold.StartApp;
import io.quintet.scaffold.StartProject;

/** The umbrella's own commands (serving, writing projects and apps), health and system checks. */
public final class ServerApp implements App {
  @Override
  public void configure(AppConfig config) {
    config
        .commands(new RunServer(), new StartProject(), new StartApp())
        .add(HealthCheck.POINT, new DatabaseHealth())
        .add(HealthCheck.POINT, new MigrationsHealth())
        .checks(new UnclaimedModels());
  }
}
