package io.quintet.templates;

import java.util.List;

/** A filter's argument names a variable that the context does not have. */
public final class VariableDoesNotExist extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String variable;

  VariableDoesNotExist(String variable, Context context) {
    super(
        "The variable \""
            + variable
            + "\" is given as a filter's argument, but "
            + known(variable, context.names()));
    this.variable = variable;
  }

  private static String known(String variable, List<String> names) {
    String first = variable.contains(".") ? variable.substring(0, variable.indexOf('.')) : variable;
    return names.contains(first)
        ? "\"" + first + "\" has no such property."
        : "the context has no \"" + first + "\", only: " + String.join(", ", names) + ".";
  }

  /** The name that was looked up. */
  public String variable() {
    return variable;
  }
}
