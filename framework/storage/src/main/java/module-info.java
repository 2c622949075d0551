/** Files: storage back ends, stored and uploaded files, what a file really contains. */
module io.quintet.storage {
  requires transitive io.quintet.core;
  requires static transitive org.jspecify;

  exports io.quintet.storage;
}
