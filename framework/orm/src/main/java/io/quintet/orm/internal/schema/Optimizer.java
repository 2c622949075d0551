package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes operations fewer: a model and a field added to it become one model with the field, what is
 * made and removed again disappears.
 *
 * <p>Each operation is compared with those after it until two can be reduced to fewer; what stands
 * between them must allow one of the two to move across it.
 */
final class Optimizer {
  private Optimizer() {}

  /** An equal or shorter list with the same effect. */
  static List<Operation> optimize(List<Operation> operations, String app) {
    List<Operation> current = operations;
    while (true) {
      List<Operation> shorter = once(current, new Reduction(app));
      if (shorter.equals(current)) {
        return current;
      }
      current = shorter;
    }
  }

  private static List<Operation> once(List<Operation> operations, Reduction reduction) {
    List<Operation> done = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      Operation operation = operations.get(i);
      boolean right = true;
      for (int j = i + 1; j < operations.size(); j++) {
        Operation other = operations.get(j);
        switch (reduction.of(operation, other)) {
          case Reduction.Result.Replaced(List<Operation> result) -> {
            List<Operation> between = operations.subList(i + 1, j);
            if (right) {
              done.addAll(between);
              done.addAll(result);
            } else if (between.stream()
                .allMatch(b -> reduction.of(b, other) instanceof Reduction.Result.Passes)) {
              done.addAll(result);
              done.addAll(between);
            } else {
              break;
            }
            done.addAll(operations.subList(j + 1, operations.size()));
            return done;
          }
          case Reduction.Result.Passes _ -> {
            continue;
          }
          case Reduction.Result.Blocked _ -> {
            right = false;
            continue;
          }
        }
        break;
      }
      done.add(operation);
    }
    return done;
  }
}
