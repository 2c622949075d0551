/** Background tasks: queue, worker, schedule. */
module io.quintet.tasks {
  requires transitive io.quintet.core;
  requires transitive io.quintet.orm;
  requires static transitive org.jspecify;

  exports io.quintet.tasks;
  exports io.quintet.tasks.models;
  exports io.quintet.tasks.spi;

  provides io.quintet.orm.meta.ModelProvider with
      io.quintet.tasks.models.QuintetModels;
  provides io.quintet.orm.migrations.Migration with
      io.quintet.tasks.migrations.M0001_initial;
}
