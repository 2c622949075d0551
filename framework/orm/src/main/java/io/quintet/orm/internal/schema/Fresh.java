package io.quintet.orm.internal.schema;

import io.quintet.orm.internal.schema.Executor.Step;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.Operation;
import java.util.List;
import java.util.Set;

/** Whether an empty database can be brought to the last state at once. */
final class Fresh {
  private Fresh() {}

  /** All is to be applied, nothing was, and no step works on rows or in words of its own. */
  static boolean isPossible(MigrationGraph graph, Set<MigrationId> applied, List<Step> plan) {
    return applied.isEmpty()
        && plan.size() > 1
        && plan.size() == graph.ordered().size()
        && plan.stream().noneMatch(Step::backward)
        && plan.stream().allMatch(step -> step.migration().isAtomic())
        && plan.stream()
            .flatMap(step -> step.migration().operations().stream())
            .noneMatch(Fresh::isByHand);
  }

  private static boolean isByHand(Operation operation) {
    return (operation instanceof Operation.RunSql || operation instanceof Operation.RunJava)
        && !operation.isElidable();
  }
}
