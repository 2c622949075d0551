package io.quintet.orm.internal.schema;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Java expression that knows how to break into lines as google-java-format does. */
sealed interface JavaExpression {
  int WIDTH = 100;

  /** Something that is not broken: a literal, a constant. */
  record Atom(String text) implements JavaExpression {}

  /** A call: {@code name(arguments)}. */
  record Call(String name, List<JavaExpression> arguments) implements JavaExpression {
    Call(String name, JavaExpression... arguments) {
      this(name, Arrays.asList(arguments));
    }
  }

  /** Calls on the result of the first. */
  record Chain(Call first, List<Call> rest) implements JavaExpression {
    /** One call more. */
    Chain plus(Call call) {
      return new Chain(first, Stream.concat(rest.stream(), Stream.of(call)).toList());
    }
  }

  /** A chain that has only begun. */
  static Chain chain(String name, JavaExpression... arguments) {
    return new Chain(new Call(name, arguments), List.of());
  }

  /** On one line. */
  default String flat() {
    return switch (this) {
      case Atom(String text) -> text;
      case Call(String name, List<JavaExpression> arguments) ->
          name + "(" + joined(arguments) + ")";
      case Chain(Call first, List<Call> rest) ->
          Stream.concat(Stream.of(first), rest.stream())
              .map(JavaExpression::flat)
              .collect(Collectors.joining("."));
    };
  }

  /**
   * On as few lines as fit.
   *
   * @param indent of the line on which it begins
   * @param used columns before it on that line
   * @param after columns that must be left after it on its last line
   */
  default String render(int indent, int used, int after) {
    String flat = flat();
    if (used + flat.length() + after <= WIDTH) {
      return flat;
    }
    return switch (this) {
      case Atom(String text) -> text;
      case Call call -> broken(call, indent, after);
      case Chain(Call first, List<Call> rest) when rest.isEmpty() -> broken(first, indent, after);
      case Chain(Call first, List<Call> rest) -> {
        StringBuilder out = new StringBuilder(first.render(indent + 4, used, 0));
        for (Call call : rest) {
          boolean last = call == rest.getLast();
          out.append('\n').repeat(' ', indent + 4).append('.');
          out.append(call.render(indent + 4, indent + 5, last ? after : 0));
        }
        yield out.toString();
      }
    };
  }

  private static String broken(Call call, int indent, int after) {
    if (call.arguments().isEmpty()) {
      return call.flat();
    }
    int inner = indent + 4;
    String lineStart = "\n" + " ".repeat(inner);
    String together = joined(call.arguments());
    if (inner + together.length() + 1 + after <= WIDTH) {
      return call.name() + "(" + lineStart + together + ")";
    }
    StringBuilder out = new StringBuilder(call.name()).append('(');
    for (JavaExpression argument : call.arguments()) {
      boolean last = argument == call.arguments().getLast();
      out.append(lineStart)
          .append(argument.render(inner, inner, last ? 1 + after : 1))
          .append(last ? ")" : ",");
    }
    return out.toString();
  }

  private static String joined(List<JavaExpression> arguments) {
    return arguments.stream().map(JavaExpression::flat).collect(Collectors.joining(", "));
  }
}
