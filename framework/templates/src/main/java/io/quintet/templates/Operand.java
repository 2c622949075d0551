package io.quintet.templates;

import io.quintet.core.text.SafeString;
import io.quintet.core.text.SmartSplit;
import io.quintet.templates.values.Numbers;
import org.jspecify.annotations.Nullable;

/** A literal or a variable. */
sealed interface Operand {
  /** The value, or {@link TemplateObject#ABSENT}. */
  @Nullable Object resolve(Context context);

  /** As the template has it. */
  String source();

  /** A number or a quoted text. */
  record Literal(String source, @Nullable Object value) implements Operand {
    @Override
    public @Nullable Object resolve(Context context) {
      return value;
    }
  }

  /** Names separated by dots. */
  record Variable(String source, String[] names) implements Operand {
    @Override
    public @Nullable Object resolve(Context context) {
      Object value = context.lookup(names[0]);
      if (value == TemplateObject.ABSENT) {
        return value;
      }
      value = context.engine().resolver().call(value);
      for (int i = 1; i < names.length; i++) {
        value = context.engine().resolver().member(value, names[i]);
        if (value == TemplateObject.ABSENT) {
          return value;
        }
      }
      return value;
    }
  }

  /** A number, a quoted text (perhaps marked for translation), or a variable. */
  static Operand parse(String source) {
    Object number = number(source);
    if (number != null) {
      return new Literal(source, number);
    }
    String text = source;
    if (text.startsWith("_(") && text.endsWith(")")) {
      text = text.substring(2, text.length() - 1);
    }
    if (isQuoted(text)) {
      return new Literal(source, SafeString.of(SmartSplit.unquote(text)));
    }
    if (text.contains("._") || text.startsWith("_")) {
      throw new TemplateSyntaxError(
          "Variables and attributes may not begin with underscores: '" + text + "'");
    }
    return new Variable(text, text.split("\\.", -1));
  }

  private static boolean isQuoted(String text) {
    int last = text.length() - 1;
    return last >= 0
        && (text.charAt(0) == '"' || text.charAt(0) == '\'')
        && text.charAt(last) == text.charAt(0);
  }

  private static @Nullable Object number(String source) {
    char first = source.isEmpty() ? 'x' : source.charAt(0);
    if (!Character.isDigit(first) && first != '-' && first != '+' && first != '.') {
      return null;
    }
    if (source.indexOf('.') >= 0 || source.indexOf('e') >= 0 || source.indexOf('E') >= 0) {
      return source.endsWith(".") ? null : Numbers.parseDouble(source);
    }
    return Numbers.parseInteger(source);
  }
}
