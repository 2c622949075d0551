package io.quintet.templates.library;

import io.quintet.core.format.DateFormat;
import io.quintet.core.text.SafeString;
import io.quintet.core.text.Tags;
import io.quintet.templates.Body;
import io.quintet.templates.Context;
import io.quintet.templates.Engine;
import io.quintet.templates.Expression;
import io.quintet.templates.Library;
import io.quintet.templates.TagRenderer;
import io.quintet.templates.TagSource;
import io.quintet.templates.TemplateSyntaxError;
import io.quintet.templates.Tuple;
import io.quintet.templates.VariableDoesNotExist;
import io.quintet.templates.values.Comparison;
import io.quintet.templates.values.Numbers;
import io.quintet.templates.values.PythonText;
import io.quintet.templates.values.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tags that work on values: firstof, regroup, now, widthratio, spaceless, templatetag. */
final class ValueTags {
  private static final Map<String, String> BRACES = new LinkedHashMap<>();

  static {
    BRACES.put("openblock", "{%");
    BRACES.put("closeblock", "%}");
    BRACES.put("openvariable", "{{");
    BRACES.put("closevariable", "}}");
    BRACES.put("openbrace", "{");
    BRACES.put("closebrace", "}");
    BRACES.put("opencomment", "{#");
    BRACES.put("closecomment", "#}");
  }

  private ValueTags() {}

  static Library library() {
    return Library.builder()
        .tag("firstof", ValueTags::firstOf)
        .tag("regroup", ValueTags::regroup)
        .tag("now", ValueTags::now)
        .tag("widthratio", ValueTags::widthRatio)
        .tag("spaceless", ValueTags::spaceless)
        .tag("templatetag", ValueTags::templateTag)
        .tag("lorem", Lorem::tag)
        .build();
  }

  private static TagRenderer firstOf(TagSource tag) {
    List<String> words = tag.arguments();
    if (words.isEmpty()) {
      throw tag.error("'firstof' statement requires at least one argument");
    }
    String target = target(words);
    List<Expression> expressions =
        tag.expressions(target == null ? words : words.subList(0, words.size() - 2));
    return (context, output) -> {
      String first = first(expressions, context);
      if (target == null) {
        output.append(first);
      } else {
        context.set(target, context.autoescape() ? SafeString.of(first) : first);
      }
    };
  }

  private static String first(List<Expression> expressions, Context context) {
    for (Expression expression : expressions) {
      Object value = expression.resolveOrNull(context);
      if (Values.truth(value)) {
        return context.print(value);
      }
    }
    return "";
  }

  static @Nullable String target(List<String> words) {
    int size = words.size();
    return size >= 2 && words.get(size - 2).equals("as") ? words.get(size - 1) : null;
  }

  private static TagRenderer regroup(TagSource tag) {
    List<String> bits = tag.bits();
    if (bits.size() != 6) {
      throw tag.error("'regroup' tag takes five arguments");
    }
    Expression items = tag.expression(bits.get(1));
    if (!bits.get(2).equals("by")) {
      throw tag.error("second argument to 'regroup' tag must be 'by'");
    }
    if (!bits.get(4).equals("as")) {
      throw tag.error("next-to-last argument to 'regroup' tag must be 'as'");
    }
    String name = bits.get(5);
    Expression by = tag.expression(name + "." + bits.get(3));
    return (context, output) ->
        context.set(name, groups(items.resolveOrNull(context), name, by, context));
  }

  private static List<Tuple> groups(
      @Nullable Object items, String name, Expression by, Context context) {
    List<Tuple> groups = new ArrayList<>();
    if (items == null) {
      return groups;
    }
    List<@Nullable Object> list = Values.list(items);
    if (list == null) {
      throw new TemplateSyntaxError(
          "'regroup' needs a list, not a " + items.getClass().getSimpleName() + ".");
    }
    List<@Nullable Object> members = new ArrayList<>();
    Object current = null;
    for (Object item : list) {
      context.set(name, item);
      Object key = by.resolveOrNull(context);
      if (groups.isEmpty() || !Comparison.equal(current, key)) {
        members = new ArrayList<>();
        groups.add(Tuple.named("GroupedResult", List.of("grouper", "list"), key, members));
        current = key;
      }
      members.add(item);
    }
    return groups;
  }

  private static TagRenderer now(TagSource tag) {
    List<String> bits = tag.bits();
    String target = bits.size() == 4 ? target(bits) : null;
    if (bits.size() - (target == null ? 0 : 2) != 2) {
      throw tag.error("'now' statement takes one argument");
    }
    String quoted = bits.get(1);
    String format = quoted.length() < 2 ? "" : quoted.substring(1, quoted.length() - 1);
    return (context, output) -> {
      String text = now(context.engine(), format);
      if (target == null) {
        output.append(text);
      } else {
        context.set(target, text);
      }
    };
  }

  private static String now(Engine engine, String format) {
    String pattern = Objects.requireNonNullElse(engine.formats().named(format), format);
    ZonedDateTime now =
        engine.clock().instant().atZone(engine.localTimes() ? engine.zone() : engine.defaultZone());
    LocalDateTime local = now.toLocalDateTime();
    return engine.localTimes()
        ? DateFormat.format(now, pattern, engine.defaultZone())
        : DateFormat.format(local, pattern, engine.defaultZone());
  }

  private static TagRenderer widthRatio(TagSource tag) {
    List<String> bits = tag.bits();
    if (bits.size() == 6 && !bits.get(4).equals("as")) {
      throw tag.error("Invalid syntax in widthratio tag. Expecting 'as' keyword");
    }
    if (bits.size() != 4 && bits.size() != 6) {
      throw tag.error("widthratio takes at least three arguments");
    }
    Expression value = tag.expression(bits.get(1));
    Expression max = tag.expression(bits.get(2));
    Expression width = tag.expression(bits.get(3));
    return (context, output) -> {
      Object amount;
      Object limit;
      Number wide;
      try {
        amount = value.resolve(context);
        limit = max.resolve(context);
        wide = Numbers.integerOf(width.resolve(context));
      } catch (VariableDoesNotExist missing) {
        return;
      }
      if (wide == null) {
        throw new TemplateSyntaxError("widthratio final argument must be a number");
      }
      String ratio = ratio(real(amount), real(limit), wide.doubleValue());
      if (bits.size() == 6) {
        context.set(bits.get(5), ratio);
      } else {
        output.append(ratio);
      }
    };
  }

  private static @Nullable Double real(@Nullable Object value) {
    return value instanceof CharSequence text
        ? Numbers.parseDouble(text.toString())
        : Numbers.doubleOf(value);
  }

  private static String ratio(@Nullable Double value, @Nullable Double max, double width) {
    if (value == null || max == null) {
      return "";
    }
    if (max == 0) {
      return "0";
    }
    double ratio = value / max * width;
    return Double.isFinite(ratio)
        ? new BigDecimal(ratio).setScale(0, RoundingMode.HALF_EVEN).toBigInteger().toString()
        : "";
  }

  private static TagRenderer spaceless(TagSource tag) {
    Body body = tag.body("endspaceless");
    return (context, output) ->
        output.append(Tags.withoutSpacesBetween(body.render(context).strip()));
  }

  private static TagRenderer templateTag(TagSource tag) {
    List<String> bits = List.of(tag.contents().strip().split("\\s+"));
    if (bits.size() != 2) {
      throw tag.error("'templatetag' statement takes one argument");
    }
    String braces = BRACES.get(bits.get(1));
    if (braces == null) {
      throw tag.error(
          "Invalid templatetag argument: '"
              + bits.get(1)
              + "'. Must be one of: "
              + PythonText.repr(List.copyOf(BRACES.keySet())));
    }
    return (context, output) -> output.append(braces);
  }
}
