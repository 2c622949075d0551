/** Serializers, view sets, routers, filters, throttles, OpenAPI, browsable API. */
module io.quintet.rest {
  requires static transitive org.jspecify;
  requires transitive io.quintet.core;
  requires transitive io.quintet.http;
  requires transitive io.quintet.orm;
  requires transitive io.quintet.auth;
  requires io.quintet.templates;
  requires io.quintet.storage;
  requires io.quintet.cache;
  requires io.quintet.forms;
  requires io.quintet.views;
  requires java.xml;
  requires static jakarta.validation;

  exports io.quintet.rest;
  exports io.quintet.rest.authentication;
  exports io.quintet.rest.filters;
  exports io.quintet.rest.negotiation;
  exports io.quintet.rest.openapi;
  exports io.quintet.rest.pagination;
  exports io.quintet.rest.permissions;
  exports io.quintet.rest.serializers;
  exports io.quintet.rest.throttling;
  exports io.quintet.rest.tokens;
  exports io.quintet.rest.viewsets;

  uses io.quintet.rest.serializers.SerializerProvider;

  provides io.quintet.orm.meta.ModelProvider with
      io.quintet.rest.tokens.QuintetModels;
  provides io.quintet.orm.migrations.Migration with
      io.quintet.rest.tokens.migrations.M0001_initial;
}
