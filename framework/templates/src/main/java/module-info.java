/** The template language; knows nothing of HTTP or the database. */
module io.quintet.templates {
  requires transitive io.quintet.core;
  requires static transitive org.jspecify;

  exports io.quintet.templates;

  uses io.quintet.templates.PropertyAccess;
}
