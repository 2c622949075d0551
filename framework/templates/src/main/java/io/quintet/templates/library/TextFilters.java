package io.quintet.templates.library;

import io.quintet.core.text.Html;
import io.quintet.core.text.HtmlValue;
import io.quintet.core.text.SafeString;
import io.quintet.core.text.Words;
import io.quintet.templates.Filter;
import io.quintet.templates.Library;
import java.util.Locale;

/** Filters that change text. */
final class TextFilters {
  private TextFilters() {}

  static Library library() {
    return Library.builder()
        .filter(
            Filter.named("capfirst").text().keepsSafe().does(call -> Words.capFirst(call.text())))
        .filter(Filter.named("upper").text().does(call -> call.text().toUpperCase(Locale.ROOT)))
        .filter(
            Filter.named("lower")
                .text()
                .keepsSafe()
                .does(call -> call.text().toLowerCase(Locale.ROOT)))
        .filter(Filter.named("safe").text().keepsSafe().does(call -> SafeString.of(call.text())))
        .filter(
            Filter.named("escape")
                .text()
                .keepsSafe()
                .does(call ->
                    call.value() instanceof HtmlValue ? call.value() : Html.escape(call.text())))
        .filter(
            Filter.named("force_escape").text().keepsSafe().does(call -> Html.escape(call.text())))
        .build();
  }
}
