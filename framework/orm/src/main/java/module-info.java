/** Models, querysets, dialects, transactions, migrations. */
module io.quintet.orm {
  requires transitive io.quintet.core;
  requires transitive io.quintet.storage;
  requires transitive java.sql;
  requires static transitive org.jspecify;
  requires static transitive jakarta.validation;
  requires com.zaxxer.hikari;
  requires org.postgresql.jdbc;
  requires org.xerial.sqlitejdbc;

  exports io.quintet.orm;
  exports io.quintet.orm.annotation;
  exports io.quintet.orm.expr;
  exports io.quintet.orm.meta;
  exports io.quintet.orm.migrations;

  uses io.quintet.orm.meta.ModelProvider;
  uses io.quintet.orm.migrations.Migration;
}
