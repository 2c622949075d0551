package io.quintet.processor.template;

import io.quintet.core.text.Nearest;
import io.quintet.core.text.SafeString;
import io.quintet.processor.source.Literals;
import io.quintet.templates.Position;
import io.quintet.templates.syntax.Syntax;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Turns expressions of a template into Java, and finds what they name that does not exist. */
final class Expressions {
  private static final String TEXT = "java.lang.String";

  private final TypeFacts facts;
  private final Problems problems;
  private final Map<String, Integer> filters = new LinkedHashMap<>();
  private final Map<String, String> literals = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> accesses = new TreeMap<>();
  private int variables;

  Expressions(TypeFacts facts, Problems problems) {
    this.facts = facts;
    this.problems = problems;
  }

  /** The names of the filters that are called by number. */
  List<String> filters() {
    return List.copyOf(filters.keySet());
  }

  /** Names of constants with the texts that they hold. */
  Map<String, String> literals() {
    return literals;
  }

  /** For each type the members that were read, with the code that reads them. */
  Map<String, Map<String, String>> accesses() {
    return accesses;
  }

  private Code read(TypeMirror type, String name, Element member) {
    Code code = facts.read(type, member);
    accesses
        .computeIfAbsent(facts.element(type).getQualifiedName().toString(), k -> new TreeMap<>())
        .put(name, code.java());
    return code;
  }

  String variable(String hint) {
    StringBuilder name = new StringBuilder();
    hint.chars()
        .filter(c -> c < 128 && Character.isJavaIdentifierPart(c))
        .forEach(c -> name.append((char) c));
    return name.append('_').append(++variables).toString();
  }

  Code of(Syntax.Expr expression, Scope scope, Position position) {
    Code value = operand(expression, scope, position);
    for (Syntax.Call call : expression.filters()) {
      value = filtered(value, call, scope, position);
    }
    return value;
  }

  private Code filtered(Code value, Syntax.Call call, Scope scope, Position position) {
    boolean text = !value.isUntyped() && facts.is(value.type(), TEXT);
    if (call.argument() == null && text) {
      switch (call.filter()) {
        case "upper", "lower" -> {
          return new Code("Sheet." + call.filter() + "(" + value.java() + ")", value.type());
        }
        case "length" -> {
          return new Code(
              "Sheet.lengthOfText(" + value.java() + ")", facts.primitive(TypeKind.LONG));
        }
        default -> {}
      }
    }
    int number = filters.computeIfAbsent(call.filter(), name -> filters.size());
    String argument =
        call.argument() == null ? "" : ", " + operand(call.argument(), scope, position).java();
    return Code.untyped("out.filter(" + number + ", " + value.java() + argument + ")");
  }

  private Code operand(Syntax.Expr expression, Scope scope, Position position) {
    if (expression.path().isEmpty() && expression.source().startsWith("_(")) {
      Code literal = literal(expression.literal());
      return new Code("out.translated(" + literal.java() + ")", literal.type());
    }
    return expression.path().isEmpty()
        ? literal(expression.literal())
        : path(expression.path(), scope, position);
  }

  private Code literal(Object value) {
    return switch (value) {
      case Long number -> new Code(number + "L", facts.primitive(TypeKind.LONG));
      case Double number -> new Code(number + "d", facts.primitive(TypeKind.DOUBLE));
      case SafeString text -> constant(text.value());
      case null -> Code.untyped("null");
      default -> Code.untyped("new java.math.BigInteger(\"" + value + "\")");
    };
  }

  private Code constant(String text) {
    String name = literals.get(text);
    if (name == null) {
      name = "LITERAL_" + literals.size();
      literals.put(text, name);
    }
    return new Code(name, facts.declared("io.quintet.core.text.SafeString"));
  }

  /** The value of names separated by dots, null wherever one of them is. */
  Code path(List<String> names, Scope scope, Position position) {
    Code value = root(names.getFirst(), scope, position);
    for (String name : names.subList(1, names.size())) {
      Code step = step(value, name, position);
      if (step == null) {
        return Code.untyped("null");
      }
      if (step.java().startsWith("out.")) {
        value = step;
      } else if (value.isVariable() && !boxes(step)) {
        String java = value.java();
        value = new Code("(" + java + " == null ? null : " + java + step.java() + ")", step.type());
      } else {
        String each = variable("v");
        value =
            new Code(
                "Sheet.then(" + value.java() + ", " + each + " -> " + each + step.java() + ")",
                step.type() == null ? null : facts.boxed(step.type()));
      }
    }
    return value;
  }

  /** The condition for a truth value one dot away from a variable, or null for anything else. */
  String flag(Syntax.Expr expression, Scope scope, Position position) {
    List<String> path = expression.path();
    Code root = path.size() == 2 ? scope.find(path.getFirst()) : null;
    if (root == null
        || root.isUntyped()
        || !root.isVariable()
        || !expression.filters().isEmpty()
        || !facts.members(root.type()).containsKey(path.getLast())) {
      return null;
    }
    Code step = step(root, path.getLast(), position);
    return step != null
            && step.type() != null
            && step.type().getKind() == TypeKind.BOOLEAN
            && !step.java().startsWith("out.")
        ? "(" + root.java() + " != null && " + root.java() + step.java() + ")"
        : null;
  }

  private static boolean boxes(Code step) {
    return step.isPrimitive();
  }

  Code root(String name, Scope scope, Position position) {
    Code found = scope.find(name);
    if (found != null) {
      return found;
    }
    switch (name) {
      case "True" -> {
        return new Code("true", facts.primitive(TypeKind.BOOLEAN));
      }
      case "False" -> {
        return new Code("false", facts.primitive(TypeKind.BOOLEAN));
      }
      case "None" -> {
        return Code.untyped("null");
      }
      default -> {
        problems.add(
            position,
            "unknown variable '"
                + name
                + "'"
                + Nearest.suggestion(name, scope.names())
                + ". There are: "
                + String.join(", ", scope.names())
                + ".");
        return Code.untyped("null");
      }
    }
  }

  /**
   * One dot: either the whole code of the member, when it is read while the program runs, or what
   * follows the value. Null after an error.
   */
  Code step(Code value, String name, Position position) {
    if (value.isUntyped()) {
      return Code.untyped("out.member(" + value.java() + ", " + Literals.literal(name) + ")");
    }
    TypeMirror type = value.type();
    if (name.length() < 9 && name.chars().allMatch(c -> c >= '0' && c <= '9')) {
      DeclaredType list = facts.superType(type, "java.util.List");
      TypeMirror element = list == null ? null : facts.argument(list, 0);
      if (element != null) {
        int index = Integer.parseInt(name);
        return new Code("out.at(" + value.java() + ", " + index + ")", element);
      }
    }
    Map<String, Element> members = facts.members(type);
    boolean open = facts.isOpen(type);
    boolean loop = facts.is(type, "io.quintet.templates.ForLoop");
    boolean plain = !open || loop || !facts.isA(type, "java.lang.Iterable");
    Element member = members.get(name);
    if (facts.isA(type, "io.quintet.orm.Many") && (name.equals("all") || name.equals("list"))) {
      return read(type, name, members.get("list"));
    }
    if (member != null && plain && !facts.isA(type, "java.util.Map") && !facts.is(type, TEXT)) {
      return read(type, name, member);
    }
    if (open && !loop || isModelWord(type, name, members)) {
      return Code.untyped("out.member(" + value.java() + ", " + Literals.literal(name) + ")");
    }
    Set<String> known = new TreeSet<>(members.keySet());
    problems.add(
        position,
        "unknown attribute '"
            + name
            + "' of "
            + shown(type)
            + Nearest.suggestion(name, known)
            + ". It has: "
            + String.join(", ", known)
            + ".");
    return null;
  }

  private boolean isModelWord(TypeMirror type, String name, Map<String, Element> members) {
    return facts.isA(type, "io.quintet.orm.Entity")
        && (name.equals("pk")
            || name.endsWith("_id") && members.containsKey(name.substring(0, name.length() - 3))
            || name.startsWith("get_") && name.endsWith("_display"));
  }

  private String shown(TypeMirror type) {
    return facts.element(type) == null
        ? type.toString()
        : facts.element(type).getSimpleName().toString();
  }
}
