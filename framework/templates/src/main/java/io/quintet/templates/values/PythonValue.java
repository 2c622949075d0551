package io.quintet.templates.values;

/** A value that knows how Python would print it. */
public interface PythonValue {
  /** The text in place of {@code repr}. */
  String pythonRepr();
}
