/** Ground floor: the site, settings, app registry, signals, system checks, commands, signing. */
module io.quintet.core {
  requires java.xml;
  requires static transitive org.jspecify;
  requires tools.jackson.core;
  requires info.picocli;

  exports io.quintet.core;
  exports io.quintet.core.bus;
  exports io.quintet.core.checks;
  exports io.quintet.core.commands;
  exports io.quintet.core.format;
  exports io.quintet.core.i18n;
  exports io.quintet.core.i18n.po;
  exports io.quintet.core.json;
  exports io.quintet.core.settings;
  exports io.quintet.core.signals;
  exports io.quintet.core.signing;
  exports io.quintet.core.text;
  exports io.quintet.core.xml;
}
