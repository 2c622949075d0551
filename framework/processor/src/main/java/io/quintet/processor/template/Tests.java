package io.quintet.processor.template;

import io.quintet.templates.Position;
import io.quintet.templates.syntax.Syntax;
import java.util.Set;
import javax.lang.model.type.TypeKind;

/** Turns the conditions of ifs into Java. */
final class Tests {
  private static final Set<TypeKind> NUMBERS =
      Set.of(TypeKind.INT, TypeKind.LONG, TypeKind.SHORT, TypeKind.BYTE, TypeKind.DOUBLE);
  private static final Set<String> ORDERS = Set.of("==", "!=", "<", "<=", ">", ">=");

  private final Expressions expressions;

  Tests(Expressions expressions) {
    this.expressions = expressions;
  }

  /** A Java condition. */
  String of(Syntax.Test test, Scope scope, Position position) {
    return switch (test) {
      case Syntax.Test.Truth truth -> {
        String flag = expressions.flag(truth.expression(), scope, position);
        yield flag != null ? flag : truth(expressions.of(truth.expression(), scope, position));
      }
      case Syntax.Test.Not not -> "!" + of(not.operand(), scope, position);
      case Syntax.Test.Operation operation -> operation(operation, scope, position);
    };
  }

  private String operation(Syntax.Test.Operation test, Scope scope, Position position) {
    if (test.operator().equals("and") || test.operator().equals("or")) {
      return "("
          + of(test.left(), scope, position)
          + (test.operator().equals("and") ? " && " : " || ")
          + of(test.right(), scope, position)
          + ")";
    }
    Code left = value(test.left(), scope, position);
    Code right = value(test.right(), scope, position);
    if (ORDERS.contains(test.operator()) && isNumber(left) && isNumber(right)) {
      return "(" + left.java() + " " + test.operator() + " " + right.java() + ")";
    }
    return "Sheet.test(\"%s\", %s, %s)".formatted(test.operator(), left.java(), right.java());
  }

  private Code value(Syntax.Test test, Scope scope, Position position) {
    return test instanceof Syntax.Test.Truth truth
        ? expressions.of(truth.expression(), scope, position)
        : Code.untyped("(Object) " + of(test, scope, position));
  }

  private static boolean isNumber(Code code) {
    return code.type() != null && NUMBERS.contains(code.type().getKind());
  }

  private static String truth(Code code) {
    if (code.type() == null) {
      return "Sheet.truth((Object) " + code.java() + ")";
    }
    if (code.type().getKind() == TypeKind.BOOLEAN) {
      return code.java();
    }
    if (code.type().toString().equals("java.lang.String")) {
      return "Sheet.truthOfText(" + code.java() + ")";
    }
    return isNumber(code) ? "(" + code.java() + " != 0)" : "Sheet.truth(" + code.java() + ")";
  }
}
