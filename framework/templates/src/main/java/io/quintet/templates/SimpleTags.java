package io.quintet.templates;

import io.quintet.core.text.Html;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tags that are functions of declared parameters. */
final class SimpleTags {
  private SimpleTags() {}

  static TagCompiler simple(Parameters parameters, Library.Simple simple) {
    return tag -> {
      String target = TagSource.target(tag.arguments());
      Parameters.Bound bound = parameters.bind(tag, TagSource.before(tag.arguments(), target));
      return (context, output) ->
          show(simple.value(context, bound.resolve(context)), target, context, output);
    };
  }

  static TagCompiler block(String end, Parameters parameters, Library.SimpleBlock simple) {
    return tag -> {
      Body body = tag.body(end);
      String target = TagSource.target(tag.arguments());
      Parameters.Bound bound = parameters.bind(tag, TagSource.before(tag.arguments(), target));
      return (context, output) -> {
        Arguments arguments = bound.resolve(context);
        show(simple.value(context, body.render(context), arguments), target, context, output);
      };
    };
  }

  private static void show(
      @Nullable Object value, @Nullable String target, Context context, Output output) {
    if (target != null) {
      context.set(target, value);
    } else {
      output.append(
          context.autoescape()
              ? Html.conditionalEscape(shown(value, context)).value()
              : context.text(value));
    }
  }

  private static Object shown(@Nullable Object value, Context context) {
    return value instanceof io.quintet.core.text.HtmlValue html ? html : context.text(value);
  }

  static TagCompiler inclusion(
      List<String> templates, Parameters parameters, Library.Inclusion inclusion) {
    return tag -> {
      Parameters.Bound bound = parameters.bind(tag, tag.arguments());
      return (context, output) -> {
        Context inner = context.isolated(inclusion.names(context, bound.resolve(context)));
        Object token = context.get("csrf_token");
        if (token != TemplateObject.ABSENT && token != null) {
          inner.set("csrf_token", token);
        }
        context.engine().select(templates).render(inner, output);
      };
    };
  }
}
