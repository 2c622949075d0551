package io.quintet.orm.internal.dialect;

import io.quintet.orm.expr.SqlFunction;
import io.quintet.orm.internal.functions.Builtin;
import io.quintet.orm.internal.sql.Fragment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How a database spells functions: those in the table in its own way, all others as a call by their
 * name.
 */
public final class FunctionTable {
  private final Map<String, Spelling> spellings;

  private FunctionTable(Map<String, Spelling> spellings) {
    this.spellings = Map.copyOf(spellings);
  }

  /** A table, filled subject by subject. */
  @SafeVarargs
  public static FunctionTable of(Consumer<Builder>... subjects) {
    Builder builder = new Builder();
    for (Consumer<Builder> subject : subjects) {
      subject.accept(builder);
    }
    return new FunctionTable(builder.spellings);
  }

  /** The SQL of a call. */
  public Fragment call(SqlFunction function, List<Fragment> arguments, String dialect) {
    if (!(function instanceof Builtin)) {
      return (Fragment) function.sql(List.copyOf(arguments), dialect);
    }
    Spelling spelling = spellings.get(function.name());
    return spelling == null
        ? Fragment.call(function.name(), arguments)
        : spelling.sql(function, arguments);
  }

  /** Fills a table. */
  public static final class Builder {
    private final Map<String, Spelling> spellings = new HashMap<>();

    private Builder() {}

    /** The spelling of a function. */
    public Builder add(Builtin function, Spelling spelling) {
      return add(function.name(), spelling);
    }

    /** The spelling of functions with a name. */
    public Builder add(String name, Spelling spelling) {
      spellings.put(name, spelling);
      return this;
    }
  }
}
