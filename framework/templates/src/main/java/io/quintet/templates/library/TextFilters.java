package io.quintet.templates.library;

import io.quintet.core.text.Html;
import io.quintet.core.text.HtmlValue;
import io.quintet.core.text.LetterCase;
import io.quintet.core.text.Paragraphs;
import io.quintet.core.text.SafeString;
import io.quintet.core.text.Slugs;
import io.quintet.core.text.Truncator;
import io.quintet.core.text.UriText;
import io.quintet.core.text.Words;
import io.quintet.templates.Filter;
import io.quintet.templates.FilterCall;
import io.quintet.templates.Library;
import io.quintet.templates.TemplateSyntaxError;
import io.quintet.templates.Tuple;
import io.quintet.templates.values.Numbers;
import io.quintet.templates.values.PercentFormat;
import io.quintet.templates.values.Text;
import java.util.ArrayList;
import java.util.List;

/** Filters that change text. */
final class TextFilters {
  private static final int MAX_WIDTH = 100_000;

  private TextFilters() {}

  static Library library() {
    return Library.builder()
        .filter(Filter.named("addslashes").text().keepsSafe().does(call -> addSlashes(call.text())))
        .filter(
            Filter.named("capfirst").text().keepsSafe().does(call -> Words.capFirst(call.text())))
        .filter(
            Filter.named("lower").text().keepsSafe().does(call -> LetterCase.lower(call.text())))
        .filter(Filter.named("upper").text().does(call -> LetterCase.upper(call.text())))
        .filter(Filter.named("title").text().keepsSafe().does(call -> Words.title(call.text())))
        .filter(Filter.named("slugify").text().keepsSafe().does(call -> Slugs.slugify(call.text())))
        .filter(
            Filter.named("phone2numeric")
                .keepsSafe()
                .does(call -> Words.phoneToNumeric(call.text())))
        .filter(Filter.named("make_list").text().does(call -> characters(call.text())))
        .filter(
            Filter.named("stringformat").argument(true).keepsSafe().does(TextFilters::stringFormat))
        .filter(
            Filter.named("truncatechars")
                .argument(true)
                .text()
                .keepsSafe()
                .does(call -> truncate(call, Truncator::chars, "…")))
        .filter(
            Filter.named("truncatechars_html")
                .argument(true)
                .text()
                .keepsSafe()
                .does(call -> truncate(call, Truncator::charsOfHtml, "…")))
        .filter(
            Filter.named("truncatewords")
                .argument(true)
                .text()
                .keepsSafe()
                .does(call -> truncate(call, Truncator::words, " …")))
        .filter(
            Filter.named("truncatewords_html")
                .argument(true)
                .text()
                .keepsSafe()
                .does(call -> truncate(call, Truncator::wordsOfHtml, " …")))
        .filter(
            Filter.named("urlencode")
                .argument(false)
                .text()
                .does(call ->
                    UriText.quote(
                        call.text(), call.argument() == null ? "/" : call.argumentText())))
        .filter(
            Filter.named("iriencode").text().keepsSafe().does(call -> UriText.fromIri(call.text())))
        .filter(
            Filter.named("wordcount").text().does(call -> (long) Words.split(call.text()).size()))
        .filter(
            Filter.named("wordwrap")
                .argument(true)
                .text()
                .keepsSafe()
                .does(call -> Paragraphs.wrap(call.text(), required(call))))
        .filter(Filter.named("ljust").argument(true).text().keepsSafe().does(call -> pad(call, 0)))
        .filter(Filter.named("rjust").argument(true).text().keepsSafe().does(call -> pad(call, 1)))
        .filter(Filter.named("center").argument(true).text().keepsSafe().does(call -> pad(call, 2)))
        .filter(Filter.named("cut").argument(true).text().does(TextFilters::cut))
        .filter(Filter.named("linenumbers").text().keepsSafe().does(TextFilters::lineNumbers))
        .filter(Filter.named("escapejs").text().does(call -> Html.escapeJs(call.text())))
        .build();
  }

  static int required(FilterCall call) {
    Number number = call.argumentInteger();
    if (number == null) {
      throw new TemplateSyntaxError(
          "The argument of '"
              + call.name()
              + "' must be a whole number, not '"
              + Text.of(call.argument())
              + "'.");
    }
    return Numbers.clamp(number, -MAX_WIDTH, MAX_WIDTH);
  }

  private static String addSlashes(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("'", "\\'");
  }

  private static List<String> characters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  private static String stringFormat(FilterCall call) {
    Object value = call.value() instanceof Tuple tuple ? call.context().text(tuple) : call.value();
    String formatted =
        PercentFormat.format(
            "%" + call.argumentText(), value, call.context().engine().pythonOutput());
    return formatted == null ? "" : formatted;
  }

  /** One of the ways to shorten a text. */
  private interface Shortening {
    String apply(String text, int count, String ending);
  }

  private static Object truncate(FilterCall call, Shortening shortening, String ending) {
    Number count = call.argumentInteger();
    if (count == null) {
      if (!(call.argument() instanceof CharSequence) && !Numbers.isFloat(call.argument())) {
        throw new TemplateSyntaxError(
            "'" + call.name() + "' needs a whole number, not '" + Text.of(call.argument()) + "'.");
      }
      return value(call);
    }
    return shortening.apply(call.text(), Numbers.clamp(count, -1, Integer.MAX_VALUE), ending);
  }

  private static Object value(FilterCall call) {
    return call.value() instanceof HtmlValue html ? html : call.text();
  }

  private static Object pad(FilterCall call, int side) {
    int missing = required(call) - call.text().codePointCount(0, call.text().length());
    if (missing <= 0) {
      return value(call);
    }
    int width = required(call);
    int left = side == 0 ? 0 : side == 1 ? missing : missing / 2 + (missing & width & 1);
    return " ".repeat(left) + call.text() + " ".repeat(missing - left);
  }

  private static Object cut(FilterCall call) {
    String what = call.argumentText();
    String text = call.text();
    String result = what.isEmpty() ? text : text.replace(what, "");
    return call.value() instanceof HtmlValue && !what.equals(";") ? SafeString.of(result) : result;
  }

  private static SafeString lineNumbers(FilterCall call) {
    String[] lines = call.text().split("\n", -1);
    int width = Integer.toString(lines.length).length();
    boolean escape = call.autoescape() && !(call.value() instanceof HtmlValue);
    List<String> numbered = new ArrayList<>(lines.length);
    for (int i = 0; i < lines.length; i++) {
      String number = Integer.toString(i + 1);
      numbered.add(
          "0".repeat(width - number.length())
              + number
              + ". "
              + (escape ? Html.escapeText(lines[i]) : lines[i]));
    }
    return SafeString.of(String.join("\n", numbered));
  }
}
