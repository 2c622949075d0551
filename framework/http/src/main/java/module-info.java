/**
 * Requests, responses, routing, middleware, sessions, CSRF, static files, uploads and the server
 * interface.
 */
module io.quintet.http {
  requires transitive io.quintet.core;
  requires io.quintet.cache;
  requires transitive io.quintet.orm;
  requires transitive io.quintet.storage;
  requires transitive io.quintet.templates;
  requires static transitive org.jspecify;

  exports io.quintet.http;
  exports io.quintet.http.csrf;
  exports io.quintet.http.events;
  exports io.quintet.http.groups;
  exports io.quintet.http.messages;
  exports io.quintet.http.ratelimit;
  exports io.quintet.http.routing;
  exports io.quintet.http.sessions;
  exports io.quintet.http.sockets;
  exports io.quintet.http.spi;
  exports io.quintet.http.staticfiles;
  exports io.quintet.http.uploads;

  uses io.quintet.http.spi.HttpServer;

  provides io.quintet.orm.meta.ModelProvider with
      io.quintet.http.sessions.QuintetModels;
  provides io.quintet.orm.migrations.Migration with
      io.quintet.http.sessions.migrations.M0001_initial;
}
