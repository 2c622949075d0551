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

  /** A quoted text that is marked for translation. */
  record Marked(String source, SafeString value) implements Operand {
    @Override
    public @Nullable Object resolve(Context context) {
      return SafeString.of(context.engine().translate("", value.value()));
    }
  }

  /** Names separated by dots. */
  final class Variable implements Operand {
    private final String source;
    private final String first;
    private final MemberSite[] members;

    Variable(String source, String[] names) {
      this.source = source;
      this.first = names[0].intern();
      this.members = new MemberSite[names.length - 1];
      for (int i = 1; i < names.length; i++) {
        members[i - 1] = new MemberSite(names[i]);
      }
    }

    @Override
    public String source() {
      return source;
    }

    @Override
    public @Nullable Object resolve(Context context) {
      Object value = context.lookup(first);
      if (value == TemplateObject.ABSENT) {
        return value;
      }
      Resolver resolver = context.engine().resolver();
      value = resolver.call(value);
      for (MemberSite member : members) {
        value = member.of(value, resolver);
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
      SafeString value = SafeString.of(SmartSplit.unquote(text));
      return source.equals(text) ? new Literal(source, value) : new Marked(source, value);
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
