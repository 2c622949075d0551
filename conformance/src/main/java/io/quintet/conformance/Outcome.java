package io.quintet.conformance;

/** What became of a case. */
public sealed interface Outcome {
  /** The framework did what Django does. */
  record Passed() implements Outcome {}

  /** It did something else. */
  record Failed(String expected, String actual) implements Outcome {}

  /** The case cannot apply, or what it needs is not built. */
  record Unsupported(String reason) implements Outcome {}
}
