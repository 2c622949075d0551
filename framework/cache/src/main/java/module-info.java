/** One cache API over memory, files, and what integrations add. */
module io.quintet.cache {
  requires transitive io.quintet.core;
  requires transitive io.quintet.templates;
  requires com.github.benmanes.caffeine;
  requires static transitive org.jspecify;

  exports io.quintet.cache;
  exports io.quintet.cache.spi;
}
