package io.quintet.http.routing;

import java.util.ArrayList;
import java.util.List;

/**
 * What texts of a regular expression look like, so that addresses can be made of it: literals and
 * groups, with an optional group both left out and taken once. A set of characters is stood for by
 * its first, a repetition by the fewest that it allows. An expression with alternatives outside of
 * a group has one shape only, the empty one, as in Django.
 */
final class RegexShapes {
  private static final int MOST_SHAPES = 64;

  private final String regex;
  private int at;
  private int unnamed;
  private boolean ended;

  private RegexShapes(String regex) {
    this.regex = regex;
  }

  /** A literal text, or the name of a group; a name that is repeated takes no value of its own. */
  record Piece(String text, boolean isGroup, boolean takesValue) {}

  /** One look of the texts. */
  record Shape(List<Piece> pieces) {
    /** The names of the groups, in order. */
    List<String> names() {
      return pieces.stream().filter(Piece::takesValue).map(Piece::text).toList();
    }

    boolean hasGroup() {
      return pieces.stream().anyMatch(Piece::isGroup);
    }

    Shape then(Shape next) {
      List<Piece> joined = new ArrayList<>(pieces);
      joined.addAll(next.pieces);
      return new Shape(joined);
    }
  }

  private static final Shape EMPTY = new Shape(List.of());

  private static final class Alternatives extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Alternatives() {
      super("", null, false, false);
    }
  }

  /** The shapes of an expression, those without optional groups first. */
  static List<Shape> of(String regex) {
    try {
      return new RegexShapes(regex).sequence();
    } catch (Alternatives e) {
      return List.of(EMPTY);
    }
  }

  private List<Shape> sequence() {
    List<Shape> shapes = List.of(EMPTY);
    while (at < regex.length() && !ended && regex.charAt(at) != ')') {
      List<Shape> atom = atom();
      shapes = product(shapes, quantified(atom));
    }
    return shapes;
  }

  private static List<Shape> product(List<Shape> first, List<Shape> second) {
    List<Shape> all = new ArrayList<>();
    for (Shape before : first) {
      for (Shape after : second) {
        if (all.size() < MOST_SHAPES) {
          all.add(before.then(after));
        }
      }
    }
    return all;
  }

  private List<Shape> atom() {
    char c = regex.charAt(at++);
    return switch (c) {
      case '\\' -> escape();
      case '[' -> characterClass();
      case '(' -> group();
      case '|' -> throw new Alternatives();
      case '$' -> {
        ended = true;
        yield List.of(EMPTY);
      }
      case '^' -> List.of(EMPTY);
      default -> literal(c);
    };
  }

  private static List<Shape> literal(char c) {
    return List.of(new Shape(List.of(new Piece(String.valueOf(c), false, false))));
  }

  private static List<Shape> group(String name, boolean takesValue) {
    return List.of(new Shape(List.of(new Piece(name, true, takesValue))));
  }

  private List<Shape> escape() {
    char c = at < regex.length() ? regex.charAt(at++) : '\\';
    return switch (c) {
      case 'A', 'b', 'B', 'Z' -> List.of(EMPTY);
      case 'd' -> literal('0');
      case 's' -> literal(' ');
      case 'D', 'S', 'w' -> literal('x');
      case 'W' -> literal('!');
      default -> literal(c);
    };
  }

  private List<Shape> characterClass() {
    List<Shape> first =
        at < regex.length() && regex.charAt(at) == '\\' ? next() : literal(regex.charAt(at++));
    while (at < regex.length() && regex.charAt(at) != ']') {
      at += regex.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
    return first;
  }

  private List<Shape> next() {
    at++;
    return escape();
  }

  private List<Shape> group() {
    if (!regex.startsWith("?", at)) {
      String name = "_" + unnamed++;
      skipToEnd();
      return group(name, true);
    }
    if (regex.startsWith("?P=", at)) {
      int close = regex.indexOf(')', at);
      String name = regex.substring(at + 3, close);
      at = close + 1;
      return group(name, false);
    }
    if (regex.startsWith("?:", at)) {
      at += 2;
      List<Shape> inner = sequence();
      at++;
      return inner;
    }
    int open = regex.startsWith("?P<", at) ? at + 3 : at + 2;
    boolean named =
        regex.startsWith("?P<", at)
            || (regex.startsWith("?<", at)
                && !regex.startsWith("?<=", at)
                && !regex.startsWith("?<!", at));
    if (named) {
      String name = regex.substring(open, regex.indexOf('>', open));
      skipToEnd();
      return group(name, true);
    }
    skipToEnd();
    return List.of(EMPTY);
  }

  /** Steps behind the end of the group whose inside begins here. */
  private void skipToEnd() {
    int depth = 1;
    while (at < regex.length() && depth > 0) {
      char c = regex.charAt(at);
      at += c == '\\' ? 2 : 1;
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
  }

  private List<Shape> quantified(List<Shape> atom) {
    char c = at < regex.length() ? regex.charAt(at) : ' ';
    if ("*?+{".indexOf(c) < 0) {
      return atom;
    }
    int least = c == '+' ? 1 : 0;
    at++;
    if (c == '{') {
      int close = regex.indexOf('}', at);
      String count = regex.substring(at, close).split(",", 2)[0];
      least = count.isEmpty() ? 0 : Integer.parseInt(count);
      at = close + 1;
    }
    if (at < regex.length() && regex.charAt(at) == '?') {
      at++;
    }
    if (least == 0) {
      List<Shape> choices = new ArrayList<>(List.of(EMPTY));
      atom.stream().filter(Shape::hasGroup).forEach(choices::add);
      return choices;
    }
    List<Shape> repeated = atom;
    for (int i = 1; i < Math.min(least, MOST_SHAPES); i++) {
      repeated = product(repeated, atom);
    }
    return repeated;
  }
}
