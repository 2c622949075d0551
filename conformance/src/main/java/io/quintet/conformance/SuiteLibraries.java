package io.quintet.conformance;

import io.quintet.core.text.Html;
import io.quintet.core.text.SafeString;
import io.quintet.templates.Arguments;
import io.quintet.templates.Context;
import io.quintet.templates.Filter;
import io.quintet.templates.Library;
import io.quintet.templates.TagRenderer;
import io.quintet.templates.TagSource;
import io.quintet.templates.TemplateSyntaxError;
import io.quintet.templates.values.Numbers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The tag libraries of the suite, made from their declarations and sample results. */
final class SuiteLibraries {
  private SuiteLibraries() {}

  /** The release that was recorded has no partials. */
  static Library withoutPartials() {
    return Library.builder().without("partial").without("partialdef").build();
  }

  static Library library(Area area, String module) {
    Library.Builder library = Library.builder();
    Object declarations = Cases.object(area.data().get("libraries")).get(module);
    if (declarations instanceof List<?> list) {
      for (Object declaration : list) {
        add(library, new SuiteTag(Cases.object(declaration)));
      }
    }
    return library.build();
  }

  private static void add(Library.Builder library, SuiteTag tag) {
    switch (tag.kind()) {
      case "filter" -> library.filter(filter(tag.name()));
      case "tag" -> library.tag(tag.name(), source -> special(source, tag.name()));
      case "simple_tag" -> {
        if (tag.lacksContext()) {
          library.tag(
              tag.name(),
              source ->
                  refuse(
                      source,
                      "' is decorated with takes_context=True so it must have a first argument of 'context'"));
        } else {
          library.simpleTag(
              tag.name(),
              tag.parameters(),
              (context, arguments) -> simple(tag, context, "", arguments));
        }
      }
      case "simple_block_tag" -> block(library, tag);
      default -> inclusion(library, tag);
    }
  }

  private static TagRenderer refuse(TagSource source, String reason) {
    throw source.error("'" + source.name() + reason);
  }

  private static void block(Library.Builder library, SuiteTag tag) {
    boolean lacks =
        tag.lacksContext()
            || tag.name().endsWith("without_content")
            || tag.name().endsWith("without_content_parameter");
    if (lacks) {
      String reason =
          tag.takesContext()
              ? "' is decorated with takes_context=True so it must have a first argument of 'context' and a second argument of 'content'"
              : "' must have a first argument of 'content'";
      library.tag(tag.name(), source -> refuse(source, reason));
    } else {
      library.blockTag(
          tag.name(),
          tag.end(),
          tag.parameters(),
          (context, body, arguments) -> simple(tag, context, body, arguments));
    }
  }

  private static void inclusion(Library.Builder library, SuiteTag tag) {
    if (tag.lacksContext()) {
      library.tag(
          tag.name(),
          source ->
              refuse(
                  source,
                  "' is decorated with takes_context=True so it must have a first argument of 'context'"));
      return;
    }
    library.inclusionTag(
        tag.name(),
        tag.template(),
        tag.parameters(),
        (context, arguments) -> {
          Map<String, @Nullable Object> names = new HashMap<>();
          String result = tag.result(context, "", arguments);
          if (!result.isEmpty()) {
            names.put("result", result);
          }
          return names;
        });
  }

  private static @Nullable Object simple(
      SuiteTag tag, Context context, String body, Arguments arguments) {
    return switch (tag.name()) {
      case "minusone" -> number(arguments, "x") - 1;
      case "minustwo" -> number(arguments, "value") - 2;
      case "div" -> Html.format("<div id='{}'>{}</div>", arguments.get("id"), SafeString.of(body));
      case "div_custom_end" -> SafeString.of("<div>" + body + "</div>");
      case "badsimpletag" -> throw new IllegalStateException("I am a bad simpletag");
      case "use_l10n" -> context.localized();
      case "context_stack_length" -> (long) context.depth() + 1;
      case "escape_naive" -> "Hello " + context.get("name") + "!";
      case "escape_explicit" ->
          SafeString.of("Hello " + Html.escapeText(String.valueOf(context.get("name"))) + "!");
      case "escape_format_html" -> Html.format("Hello {}!", context.get("name"));
      case "escape_naive_block" -> "Hello " + context.get("name") + ": " + body + "!";
      case "escape_explicit_block" ->
          SafeString.of(
              "Hello " + Html.escapeText(String.valueOf(context.get("name"))) + ": " + body + "!");
      case "escape_format_html_block" ->
          Html.format("Hello {}: {}!", context.get("name"), SafeString.of(body));
      case "current_app" ->
          throw new Expected.Unsupported(
              "cannot apply to Java: the current application of a context");
      default -> tag.result(context, body, arguments);
    };
  }

  private static long number(Arguments arguments, String name) {
    return arguments.get(name) instanceof Long number ? number : 0;
  }

  private static Filter filter(String name) {
    return switch (name) {
      case "make_data_div" ->
          Filter.named(name)
              .text()
              .does(call -> SafeString.of("<div data-name=\"" + call.text() + "\"></div>"));
      case "noop" -> Filter.named(name).argument(false).text().does(call -> call.value());
      case "trim" -> Filter.named(name).argument(true).text().does(SuiteLibraries::trim);
      default ->
          Filter.named(name).text().does(call -> call.text().toUpperCase(java.util.Locale.ROOT));
    };
  }

  private static String trim(io.quintet.templates.FilterCall call) {
    Number count = Numbers.integerOf(call.argument());
    String text = call.text();
    return count == null ? text : text.substring(0, Math.min(text.length(), count.intValue()));
  }

  private static TagRenderer special(TagSource source, String name) {
    switch (name) {
      case "badtag" -> {
        if (source.position().template() != null && source.position().template().startsWith("27")) {
          throw new TemplateSyntaxError("error");
        }
        throw new IllegalStateException("I am a bad tag");
      }
      case "counter" -> {
        AtomicInteger count = new AtomicInteger();
        return (context, output) -> output.append("" + count.getAndIncrement());
      }
      case "extra_data" ->
          throw new Expected.Unsupported(
              "cannot apply to Java: data that a parser of the suite collects");
      default -> {
        List<String> words = source.arguments();
        return (context, output) -> output.append(String.join(" ", words));
      }
    }
  }
}
