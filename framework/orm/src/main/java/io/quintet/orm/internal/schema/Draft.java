package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.Operation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** An operation that was detected and is not in a migration yet. Two are never the same one. */
final class Draft {
  private final Operation operation;
  private final Set<Need> needs;

  Draft(Operation operation, List<Need> needs) {
    this.operation = operation;
    this.needs = new LinkedHashSet<>(needs);
  }

  Operation operation() {
    return operation;
  }

  /** What must come before it, where anything does it. */
  Set<Need> needs() {
    return needs;
  }

  @Override
  public String toString() {
    return operation.describe();
  }
}
