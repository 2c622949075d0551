package io.quintet.templates.library;

import io.quintet.core.i18n.Locales;
import io.quintet.templates.Body;
import io.quintet.templates.Expression;
import io.quintet.templates.Filter;
import io.quintet.templates.Library;
import io.quintet.templates.TagRenderer;
import io.quintet.templates.TagSource;
import io.quintet.templates.values.PythonText;
import io.quintet.templates.values.Values;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code {% load i18n %}}: languages, and text in the language it was written in. */
final class Translations {
  private Translations() {}

  static Library library() {
    Library.Builder library = Library.builder();
    for (String name : List.of("trans", "translate")) {
      library.tag(name, TranslateTag::compile);
    }
    for (String name : List.of("blocktrans", "blocktranslate")) {
      library.tag(name, BlockTranslateTag::compile);
    }
    return library
        .tag("language", Translations::language)
        .tag("get_current_language", tag -> set(tag, Translations::current))
        .tag(
            "get_current_language_bidi",
            tag -> set(tag, engine -> Languages.isBidi(current(engine))))
        .tag("get_available_languages", tag -> set(tag, engine -> Languages.all()))
        .tag("get_language_info", Translations::info)
        .tag("get_language_info_list", Translations::infoList)
        .filter(
            Filter.named("language_name").text().does(call -> known(call.text()).property("name")))
        .filter(
            Filter.named("language_name_translated")
                .text()
                .does(call -> known(call.text()).property("name_translated")))
        .filter(
            Filter.named("language_name_local")
                .text()
                .does(call -> known(call.text()).property("name_local")))
        .filter(
            Filter.named("language_bidi").text().does(call -> known(call.text()).property("bidi")))
        .build();
  }

  /** What a tag of this library puts into a variable. */
  private interface Value {
    @Nullable Object of(io.quintet.templates.Engine engine);
  }

  private static String current(io.quintet.templates.Engine engine) {
    return engine.locale().toLanguageTag().toLowerCase(Locale.ROOT);
  }

  private static TagRenderer set(TagSource tag, Value value) {
    String target = ZoneTags.target(tag);
    return (context, output) -> context.set(target, value.of(context.engine()));
  }

  private static Languages.Info known(String code) {
    return Languages.info(code);
  }

  private static TagRenderer language(TagSource tag) {
    if (tag.arguments().size() != 1) {
      throw tag.error("'" + tag.name() + "' takes one argument (language)");
    }
    Expression code = tag.expression(tag.arguments().getFirst());
    Body body = tag.body("endlanguage");
    return (context, output) -> {
      Locale locale = Locale.forLanguageTag(context.text(code.resolve(context)));
      Locales.run(locale, () -> body.render(context, output));
    };
  }

  private static TagRenderer info(TagSource tag) {
    Expression code = tag.expression(subject(tag, "string"));
    String target = tag.bits().getLast();
    return (context, output) -> context.set(target, known(context.text(code.resolve(context))));
  }

  private static TagRenderer infoList(TagSource tag) {
    Expression codes = tag.expression(subject(tag, "sequence"));
    String target = tag.bits().getLast();
    return (context, output) -> {
      List<@Nullable Object> list =
          Objects.requireNonNullElse(Values.list(codes.resolve(context)), List.of());
      context.set(
          target, list.stream().map(code -> known(code(code, context.text(code)))).toList());
    };
  }

  /** A language is a code, or a code with a name. */
  private static String code(@Nullable Object language, String text) {
    return language instanceof List<?> pair && !pair.isEmpty()
        ? String.valueOf(pair.getFirst())
        : text;
  }

  private static String subject(TagSource tag, String kind) {
    List<String> bits = tag.bits();
    if (bits.size() != 5 || !bits.get(1).equals("for") || !bits.get(3).equals("as")) {
      throw tag.error(
          "'"
              + tag.name()
              + "' requires 'for "
              + kind
              + " as variable' (got "
              + PythonText.repr(tag.arguments())
              + ")");
    }
    return bits.get(2);
  }
}
