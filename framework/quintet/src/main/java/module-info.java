/** The site as an application writes it: the glue that knows every room. */
module io.quintet {
  requires transitive io.quintet.core;
  requires transitive io.quintet.templates;
  requires transitive io.quintet.storage;
  requires transitive io.quintet.cache;
  requires transitive io.quintet.mail;
  requires transitive io.quintet.orm;
  requires transitive io.quintet.http;
  requires transitive io.quintet.forms;
  requires transitive io.quintet.views;
  requires transitive io.quintet.tasks;
  requires transitive io.quintet.auth;
  requires transitive io.quintet.rest;
  requires transitive io.quintet.admin;
  requires ch.qos.logback.classic;
  requires ch.qos.logback.core;
  requires static jdk.compiler;
  requires static transitive org.jspecify;

  exports io.quintet;

  provides ch.qos.logback.classic.spi.Configurator with
      io.quintet.server.DefaultLogging;
}
