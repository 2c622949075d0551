package io.quintet.conformance;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs cases by their operation, with named and decoded arguments. */
abstract class OpRunner implements AreaRunner {
  private final Map<String, Op> ops = new HashMap<>();

  /** What one operation does. */
  interface Op {
    @Nullable Object run(Input input) throws Exception;
  }

  final void op(String name, Op op) {
    ops.put(name, op);
  }

  @Override
  public final boolean handles(Case one) {
    return ops.containsKey(one.op());
  }

  @Override
  public final Outcome run(Case one) {
    TypedValues values = new TypedValues(null);
    Op op = ops.get(one.op());
    return Expected.check(
        one,
        values,
        null,
        () -> op == null ? null : op.run(new Input(one, values.map(one.object("input")))));
  }

  /** The arguments of a case. */
  record Input(Case one, Map<String, @Nullable Object> values) {
    boolean has(String name) {
      return values.containsKey(name);
    }

    @Nullable Object get(String name) {
      return values.get(name);
    }

    /** The first argument that is there of several names. */
    @Nullable Object any(String... names) {
      for (String name : names) {
        if (values.containsKey(name)) {
          return values.get(name);
        }
      }
      return null;
    }

    String text(String... names) {
      Object value = any(names);
      return io.quintet.templates.values.PythonText.str(value);
    }

    int number(String name, int absent) {
      return values.get(name) instanceof Number number ? number.intValue() : absent;
    }

    boolean flag(String name, boolean absent) {
      return values.get(name) instanceof Boolean flag ? flag : absent;
    }

    Settings settings() {
      return new Settings(one);
    }
  }
}
