package io.quintet.templates;

import io.quintet.core.format.PlainNumbers;
import io.quintet.core.text.HtmlValue;
import io.quintet.core.text.SafeString;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders nodes, and puts the place on the errors that come out of them. */
final class Renderer {
  private Renderer() {}

  static String render(NodeList nodes, Context context) {
    Output buffer = Output.buffer();
    render(nodes, context, buffer);
    return buffer.toString();
  }

  static void render(NodeList list, Context context, Output output) {
    Node[] nodes = list.nodes();
    int i = 0;
    try {
      for (; i < nodes.length; i++) {
        nodes[i].render(context, output);
      }
    } catch (Exception e) {
      TemplateException error = located(e, nodes[i].position());
      error.through(nodes[i].position());
      if (context.engine().debug()) {
        look(error, context);
      }
      throw error;
    }
  }

  /** Keeps what can be seen where the error happened, before the names are gone. */
  private static void look(TemplateException error, Context context) {
    Position position = error.position();
    if (error.snapshot().isPresent() || position == null || position.template() == null) {
      return;
    }
    try {
      String source = context.engine().template(position.template()).source();
      error.snapshot(Snapshot.of(source, position, context));
    } catch (TemplateException gone) {
      error.addSuppressed(gone);
    }
  }

  /** The error with its place: its own if it has one. */
  static TemplateException located(Exception e, Position position) {
    if (e instanceof TemplateException known) {
      known.at(position);
      return known;
    }
    return new TemplateRenderError(e, position);
  }

  /** Writes a value as a variable prints it. */
  static void print(@Nullable Object value, Context context, Output output) {
    if (value instanceof String text) {
      if (context.autoescape()) {
        output.escape(text);
      } else {
        output.append(text);
      }
    } else if (value instanceof HtmlValue html) {
      output.append(html.html());
    } else if ((value instanceof Long || value instanceof Integer)
        && !context.engine().thousandSeparator()) {
      output.append(((Number) value).longValue());
    } else if (value instanceof Double number
        && context.localized() == null
        && !context.engine().thousandSeparator()) {
      output.append(plain(number, context));
    } else {
      output.append(context.print(value));
    }
  }

  /** What {@link Context#print} gives, without asking what else the value may be. */
  private static String plain(double number, Context context) {
    String digits = PlainNumbers.floating(number);
    if (digits.indexOf('e') >= 0) {
      return context.print(number);
    }
    String separator = context.engine().formats().decimalSeparator();
    return separator.equals(".") ? digits : digits.replace(".", separator);
  }

  static void render(Node.If node, Context context, Output output) {
    for (Node.Branch branch : node.branches()) {
      if (branch.condition() == null || holds(branch.condition(), context)) {
        render(branch.body(), context, output);
        return;
      }
    }
  }

  private static boolean holds(Condition condition, Context context) {
    try {
      return condition.holds(context);
    } catch (VariableDoesNotExist missing) {
      return false;
    }
  }

  static Map<String, @Nullable Object> resolve(Map<String, Expression> names, Context context) {
    Map<String, @Nullable Object> values = new HashMap<>();
    names.forEach((name, expression) -> values.put(name, expression.resolve(context)));
    return values;
  }

  static void render(Node.With node, Context context, Output output) {
    context.push(resolve(node.names(), context));
    try {
      render(node.body(), context, output);
    } finally {
      context.pop();
    }
  }

  static void render(Node.Autoescape node, Context context, Output output) {
    boolean before = context.autoescape();
    context.autoescape(node.on());
    try {
      render(node.body(), context, output);
    } finally {
      context.autoescape(before);
    }
  }

  static void render(Node.Filtered node, Context context, Output output) {
    String body = render(node.body(), context);
    context.push(Map.of(Node.Filtered.NAME, SafeString.of(body)));
    try {
      output.append(context.text(node.expression().resolve(context)));
    } finally {
      context.pop();
    }
  }
}
