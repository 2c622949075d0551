/** Ground floor: the site, settings, app registry, signals, system checks, commands, signing. */
module io.quintet.core {
  requires static transitive org.jspecify;
  requires tools.jackson.databind;
  requires info.picocli;

  exports io.quintet.core.text;
  exports io.quintet.core.format;
}
