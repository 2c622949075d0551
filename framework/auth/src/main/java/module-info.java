/** Users, groups, permissions; log-in, registration, password change and reset, with pages. */
module io.quintet.auth {
  requires transitive io.quintet.views;
  requires io.quintet.mail;
  requires static transitive org.jspecify;
  requires static jakarta.validation;

  exports io.quintet.auth;
  exports io.quintet.auth.forms;
  exports io.quintet.auth.passwords;
  exports io.quintet.auth.tokens;

  provides io.quintet.orm.meta.ModelProvider with
      io.quintet.auth.QuintetModels;
  provides io.quintet.orm.migrations.Migration with
      io.quintet.auth.migrations.M0001_initial;
}
