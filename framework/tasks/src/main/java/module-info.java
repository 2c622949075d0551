/** Background tasks: queue, worker, schedule. */
module io.quintet.tasks {
  requires transitive io.quintet.core;
  requires transitive io.quintet.orm;
  requires static transitive org.jspecify;

  exports io.quintet.tasks;
  exports io.quintet.tasks.spi;
}
