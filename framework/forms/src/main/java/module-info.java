/** Forms: fields, widgets, validation, model forms, form sets. */
module io.quintet.forms {
  requires static transitive org.jspecify;
  requires transitive io.quintet.core;
  requires transitive io.quintet.templates;
  requires transitive io.quintet.storage;
  requires transitive io.quintet.orm;

  exports io.quintet.forms;
  exports io.quintet.forms.fields;
  exports io.quintet.forms.models;
  exports io.quintet.forms.sets;
  exports io.quintet.forms.validators;
  exports io.quintet.forms.widgets;
}
