package io.quintet.orm.expr;

import io.quintet.core.ExtensionPoint;

/** Where apps add functions and look-ups that queries by name may use. */
public final class SqlExtensions {
  /** Functions of one argument, usable as transforms by their name. */
  public static final ExtensionPoint<SqlFunction> FUNCTIONS = ExtensionPoint.named("sql-functions");

  /** Look-ups, usable at the end of a path by their name. */
  public static final ExtensionPoint<SqlLookup> LOOKUPS = ExtensionPoint.named("sql-lookups");

  private SqlExtensions() {}
}
