/** The template language; knows nothing of HTTP or the database. */
module io.quintet.templates {
  requires transitive io.quintet.core;
  requires static transitive org.jspecify;

  exports io.quintet.templates;
  exports io.quintet.templates.syntax;

  uses io.quintet.templates.CompiledTemplate;
  uses io.quintet.templates.PropertyAccess;
}
