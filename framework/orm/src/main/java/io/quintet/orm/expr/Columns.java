package io.quintet.orm.expr;

final class Columns {
  private Columns() {}

  /** The name of a column of the model itself. */
  static String ownName(Node node) {
    if (node instanceof Node.Field field && field.path().size() == 1) {
      return field.path().getFirst();
    }
    throw new IllegalArgumentException(
        "An update sets columns of its own model only, not "
            + node
            + ". Update the other model by a query of its own.");
  }
}
