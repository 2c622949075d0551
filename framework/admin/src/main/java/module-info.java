/** The admin: lists, forms, deletion with its consequences shown, actions and history. */
module io.quintet.admin {
  requires transitive io.quintet.auth;
  requires static transitive org.jspecify;
  requires static jakarta.validation;

  exports io.quintet.admin;

  provides io.quintet.orm.meta.ModelProvider with
      io.quintet.admin.QuintetModels;
  provides io.quintet.orm.migrations.Migration with
      io.quintet.admin.migrations.M0001_initial;
}
