package io.quintet.conformance;

import io.quintet.core.text.FileNames;
import io.quintet.core.text.Html;
import io.quintet.core.text.HtmlValue;
import io.quintet.core.text.Paragraphs;
import io.quintet.core.text.Slugs;
import io.quintet.core.text.SmartSplit;
import io.quintet.core.text.Tags;
import io.quintet.core.text.Truncator;
import io.quintet.core.text.UrlQuote;
import io.quintet.core.text.Urlizer;
import io.quintet.core.text.Words;
import io.quintet.templates.values.PythonJson;
import io.quintet.templates.values.PythonText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text utilities. */
final class TextRunner extends OpRunner {
  TextRunner() {
    op("escape", input -> Html.escape(input.text("text")));
    op("conditional_escape", input -> Html.conditionalEscape(escapable(input.get("text"))));
    op("escapejs", input -> Html.escapeJs(input.text("value")));
    op("format_html", TextRunner::formatHtml);
    op(
        "json_script",
        input ->
            Html.jsonScript(
                PythonJson.write(input.get("value")),
                input.get("element_id") == null ? null : input.text("element_id")));
    op(
        "linebreaks",
        input ->
            Paragraphs.linebreaks(input.text("value"), input.flag("autoescape", false)).value());
    op("smart_urlquote", input -> UrlQuote.quote(input.text("url")));
    op("strip_spaces_between_tags", input -> Tags.withoutSpacesBetween(input.text("value")));
    op("strip_tags", input -> Tags.strip(input.text("value")));
    op("urlize", TextRunner::urlize);
    op(
        "get_text_list",
        input ->
            Words.join(
                strings(input.get("list_")),
                input.has("last_word") ? input.text("last_word") : "or"));
    op("get_valid_filename", input -> FileNames.valid(input.text("name")));
    op("normalize_newlines", input -> Paragraphs.normalizeNewlines(input.text("text")));
    op(
        "slugify",
        input ->
            input.flag("allow_unicode", false)
                ? Slugs.slugifyUnicode(input.text("value"))
                : Slugs.slugify(input.text("value")));
    op("smart_split", input -> SmartSplit.split(input.text("text")));
    op("truncate_chars", input -> truncate(input, false));
    op("truncate_words", input -> truncate(input, true));
    op("unescape_string_literal", input -> SmartSplit.unquote(input.text("s")));
    op("wrap", input -> Paragraphs.wrap(input.text("text"), input.number("width", 0)));
    op("capfirst", input -> input.get("x") == null ? null : Words.capFirst(input.text("x")));
    op("phone2numeric", input -> Words.phoneToNumeric(input.text("phone")));
    op("avoid_wrapping", input -> Paragraphs.avoidWrapping(input.text("value")));
    op("camel_case_to_spaces", input -> Words.camelCaseToSpaces(input.text("value")));
  }

  private static Object escapable(@Nullable Object value) {
    return value instanceof HtmlValue html ? html : PythonText.str(value);
  }

  private static Object formatHtml(Input input) {
    List<?> arguments = input.get("args") instanceof List<?> list ? list : List.of();
    Map<String, @Nullable Object> keywords = Cases.object(input.get("kwargs"));
    if (!arguments.isEmpty() && !keywords.isEmpty()) {
      throw new Expected.Unsupported(
          "cannot apply to Java: arguments by position and by name in one call");
    }
    return keywords.isEmpty()
        ? Html.format(
            input.text("format_string"), arguments.stream().map(TextRunner::escapable).toArray())
        : Html.format(input.text("format_string"), keywords);
  }

  private static Object urlize(Input input) {
    Urlizer urlizer =
        Urlizer.create()
            .nofollow(input.flag("nofollow", false))
            .escape(input.flag("autoescape", false));
    if (input.get("trim_url_limit") != null) {
      urlizer = urlizer.limit(input.number("trim_url_limit", 0));
    }
    CharSequence text =
        input.get("text") instanceof CharSequence given ? given : input.text("text");
    return urlizer.urlize(text);
  }

  private static List<String> strings(@Nullable Object list) {
    return list instanceof List<?> items ? items.stream().map(PythonText::str).toList() : List.of();
  }

  private static Object truncate(Input input, boolean words) {
    String text = input.text("text");
    int count = input.number("num", 0);
    String ending = input.get("truncate") == null ? Truncator.ELLIPSIS : input.text("truncate");
    if (input.flag("html", false)) {
      return words
          ? Truncator.wordsOfHtml(text, count, ending)
          : Truncator.charsOfHtml(text, count, ending);
    }
    return words ? Truncator.words(text, count, ending) : Truncator.chars(text, count, ending);
  }
}
