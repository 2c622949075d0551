package io.quintet.orm.internal.sql;

import io.quintet.orm.expr.SqlPart;
import io.quintet.orm.meta.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A piece of SQL.
 *
 * @param type what it yields, when known
 * @param nullable whether it can be null
 * @param literal whether it is a value of the program, whose type gives way to that of a column
 */
public record Fragment(
    String text, List<Param> params, @Nullable FieldType type, boolean nullable, boolean literal)
    implements SqlPart {
  private static final FieldType BOOL = new FieldType.Bool();

  /** SQL that is no value of the program. */
  public Fragment(String text, List<Param> params, @Nullable FieldType type, boolean nullable) {
    this(text, params, type, nullable, false);
  }

  static Fragment of(String text) {
    return new Fragment(text, List.of(), BOOL, false);
  }

  static Fragment of(String text, List<Param> params) {
    return new Fragment(text, params, BOOL, false);
  }

  /** A bound value of a program. */
  public static Fragment value(Object value) {
    FieldType type = LiteralTypes.of(value);
    return new Fragment("?", List.of(new Param(value, type)), type, false, true);
  }

  /**
   * A template of the framework's own in which each <code>{}</code> stands for a part; its type is
   * not known.
   */
  public static Fragment sql(String template, Object... parts) {
    StringBuilder text = new StringBuilder();
    List<Param> params = new ArrayList<>();
    boolean nullable = false;
    int from = 0;
    for (Object part : parts) {
      Fragment fragment = (Fragment) part;
      int place = template.indexOf("{}", from);
      text.append(template, from, place).append(fragment.text);
      params.addAll(fragment.params);
      nullable |= fragment.nullable;
      from = place + 2;
    }
    text.append(template, from, template.length());
    return new Fragment(text.toString(), params, null, nullable);
  }

  /** A function with arguments. */
  public static Fragment call(String function, List<? extends SqlPart> arguments) {
    StringBuilder text = new StringBuilder(function).append('(');
    List<Param> params = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Fragment argument = (Fragment) arguments.get(i);
      text.append(i == 0 ? "" : ", ").append(argument.text);
      params.addAll(argument.params);
    }
    return new Fragment(text.append(')').toString(), params, null, true);
  }

  /** Parts with a separator between them. */
  public static Fragment joined(List<Fragment> parts, String separator) {
    List<Param> params = new ArrayList<>();
    parts.forEach(p -> params.addAll(p.params));
    return new Fragment(
        String.join(separator, parts.stream().map(Fragment::text).toList()), params, null, true);
  }

  /** The same as a condition. */
  public Fragment asCondition() {
    return new Fragment(text, params, BOOL, false);
  }

  /** The same with a type. */
  public Fragment typed(@Nullable FieldType newType) {
    return new Fragment(text, params, newType, nullable, literal);
  }

  /** The same, which can be null or not. */
  public Fragment nullable(boolean maybe) {
    return new Fragment(text, params, type, maybe, literal);
  }

  Fragment with(String newText) {
    return new Fragment(newText, params, type, nullable, literal);
  }

  @Override
  public Optional<FieldType> outputType() {
    return Optional.ofNullable(type);
  }

  static List<Param> params(List<Fragment> fragments) {
    List<Param> all = new ArrayList<>();
    fragments.forEach(f -> all.addAll(f.params()));
    return all;
  }
}
