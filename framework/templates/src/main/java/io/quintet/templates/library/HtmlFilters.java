package io.quintet.templates.library;

import io.quintet.core.text.Html;
import io.quintet.core.text.HtmlValue;
import io.quintet.core.text.Paragraphs;
import io.quintet.core.text.SafeString;
import io.quintet.core.text.Tags;
import io.quintet.core.text.Urlizer;
import io.quintet.templates.Filter;
import io.quintet.templates.FilterCall;
import io.quintet.templates.Library;
import io.quintet.templates.TemplateSyntaxError;
import io.quintet.templates.values.PythonJson;
import io.quintet.templates.values.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filters that make or escape HTML. */
final class HtmlFilters {
  private HtmlFilters() {}

  static Library library() {
    return Library.builder()
        .filter(Filter.named("escape").text().keepsSafe().does(call -> escaped(call.value(), call)))
        .filter(
            Filter.named("force_escape").text().keepsSafe().does(call -> Html.escape(call.text())))
        .filter(
            Filter.named("escapeseq")
                .keepsSafe()
                .does(call -> each(call, value -> escaped(value, call))))
        .filter(Filter.named("safe").text().keepsSafe().does(call -> SafeString.of(call.text())))
        .filter(
            Filter.named("safeseq")
                .keepsSafe()
                .does(call -> each(call, value -> SafeString.of(call.context().text(value)))))
        .filter(
            Filter.named("linebreaks")
                .text()
                .keepsSafe()
                .does(call -> Paragraphs.linebreaks(call.text(), escapes(call))))
        .filter(Filter.named("linebreaksbr").text().keepsSafe().does(HtmlFilters::linebreaksBr))
        .filter(Filter.named("striptags").text().keepsSafe().does(call -> Tags.strip(call.text())))
        .filter(
            Filter.named("urlize")
                .text()
                .keepsSafe()
                .does(call -> SafeString.of(urlizer(call).urlize(input(call)))))
        .filter(
            Filter.named("urlizetrunc")
                .argument(true)
                .text()
                .keepsSafe()
                .does(HtmlFilters::urlizeTrunc))
        .filter(Filter.named("json_script").argument(false).does(HtmlFilters::jsonScript))
        .build();
  }

  /** Makes something of one element. */
  private interface Change {
    Object apply(@Nullable Object value);
  }

  private static SafeString escaped(@Nullable Object value, FilterCall call) {
    return value instanceof HtmlValue html
        ? SafeString.of(html.html())
        : Html.escape(call.context().text(value));
  }

  private static List<Object> each(FilterCall call, Change change) {
    List<@Nullable Object> values = Values.list(call.value());
    if (values == null) {
      throw new TemplateSyntaxError(
          "'" + call.name() + "' needs a list, not '" + call.text() + "'.");
    }
    List<Object> changed = new ArrayList<>(values.size());
    values.forEach(value -> changed.add(change.apply(value)));
    return changed;
  }

  static boolean escapes(FilterCall call) {
    return call.autoescape() && !(call.value() instanceof HtmlValue);
  }

  private static SafeString linebreaksBr(FilterCall call) {
    String text = Paragraphs.normalizeNewlines(call.text());
    return SafeString.of((escapes(call) ? Html.escapeText(text) : text).replace("\n", "<br>"));
  }

  private static Urlizer urlizer(FilterCall call) {
    return Urlizer.create().nofollow(true).escape(call.autoescape());
  }

  private static CharSequence input(FilterCall call) {
    return call.value() instanceof CharSequence text ? text : call.text();
  }

  private static SafeString urlizeTrunc(FilterCall call) {
    return SafeString.of(urlizer(call).limit(TextFilters.required(call)).urlize(input(call)));
  }

  private static SafeString jsonScript(FilterCall call) {
    CharSequence id =
        call.argument() == null
            ? null
            : call.argument() instanceof SafeString safe ? safe : call.argumentText();
    return Html.jsonScript(PythonJson.write(call.value()), id);
  }
}
