package io.quintet.conformance;

/** Runs the cases of some areas or operations. */
public interface AreaRunner {
  /** Whether this runner knows what to do with a case. */
  boolean handles(Case one);

  /** Runs a case; whatever goes wrong is an outcome, not an exception. */
  Outcome run(Case one);
}
