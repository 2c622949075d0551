package io.quintet.orm.internal.functions;

import io.quintet.orm.expr.SqlPart;
import io.quintet.orm.meta.FieldType;
import java.util.List;

/** Made into another type. */
public record Cast(FieldType target) implements Builtin {
  @Override
  public String name() {
    return "CAST";
  }

  @Override
  public FieldType type(List<SqlPart> arguments) {
    return target;
  }
}
