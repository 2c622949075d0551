/** Shortcuts and generic views: the glue of http, orm, templates and forms. */
module io.quintet.views {
  requires static transitive org.jspecify;
  requires transitive io.quintet.core;
  requires transitive io.quintet.templates;
  requires transitive io.quintet.http;
  requires transitive io.quintet.orm;
  requires transitive io.quintet.forms;
  requires transitive io.quintet.cache;

  exports io.quintet.views;
  exports io.quintet.views.wizard;
}
