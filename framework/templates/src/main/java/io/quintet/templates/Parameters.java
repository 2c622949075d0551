package io.quintet.templates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that a tag declares, as those of a function are.
 *
 * <pre>{@code
 * Parameters.of("title").optional("level", 2).rest().keywords()
 * }</pre>
 */
public final class Parameters {
  private final List<String> positional;
  private final Map<String, @Nullable Object> defaults;
  private final List<String> keywordOnly;
  private final boolean rest;
  private final boolean keywords;

  private Parameters(
      List<String> positional,
      Map<String, @Nullable Object> defaults,
      List<String> keywordOnly,
      boolean rest,
      boolean keywords) {
    this.positional = positional;
    this.defaults = defaults;
    this.keywordOnly = keywordOnly;
    this.rest = rest;
    this.keywords = keywords;
  }

  /** Required parameters, given by position or by name. */
  public static Parameters of(String... names) {
    return new Parameters(List.of(names), Map.of(), List.of(), false, false);
  }

  /** Adds a required parameter. */
  public Parameters required(String name) {
    return new Parameters(plus(positional, name), defaults, keywordOnly, rest, keywords);
  }

  /** Adds a parameter that may be left out. */
  public Parameters optional(String name, @Nullable Object value) {
    return new Parameters(plus(positional, name), plus(name, value), keywordOnly, rest, keywords);
  }

  /** Adds a required parameter that must be given by name. */
  public Parameters keywordOnly(String name) {
    return new Parameters(positional, defaults, plus(keywordOnly, name), rest, keywords);
  }

  /** Adds a parameter that may be left out, or else must be given by name. */
  public Parameters keywordOnly(String name, @Nullable Object value) {
    return new Parameters(positional, plus(name, value), plus(keywordOnly, name), rest, keywords);
  }

  /** Allows any number of further values by position. */
  public Parameters rest() {
    return new Parameters(positional, defaults, keywordOnly, true, keywords);
  }

  /** Allows any number of further values by name. */
  public Parameters keywords() {
    return new Parameters(positional, defaults, keywordOnly, rest, true);
  }

  private static List<String> plus(List<String> names, String name) {
    List<String> more = new ArrayList<>(names);
    more.add(name);
    return List.copyOf(more);
  }

  private Map<String, @Nullable Object> plus(String name, @Nullable Object value) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>(defaults);
    more.put(name, value);
    return more;
  }

  /** The words of a use, checked against these parameters. */
  Bound bind(TagSource tag, List<String> words) {
    List<String> missing = new ArrayList<>(positional);
    List<String> missingKeywords = new ArrayList<>(keywordOnly);
    missingKeywords.removeAll(defaults.keySet());
    List<Expression> given = new ArrayList<>();
    Map<String, Expression> named = new LinkedHashMap<>();
    for (String word : words) {
      int equals = TagSource.equalsAt(word);
      if (equals > 0) {
        keyword(tag, word.substring(0, equals), tag.expression(word.substring(equals + 1)), named);
        missing.remove(word.substring(0, equals));
        missingKeywords.remove(word.substring(0, equals));
      } else if (!named.isEmpty()) {
        throw tag.error(
            "'"
                + tag.name()
                + "' received some positional argument(s) after some keyword argument(s)");
      } else {
        given.add(tag.expression(word));
        if (!missing.isEmpty()) {
          missing.removeFirst();
        } else if (!rest) {
          throw tag.error("'" + tag.name() + "' received too many positional arguments");
        }
      }
    }
    missing.removeAll(defaults.keySet());
    missing.addAll(missingKeywords);
    if (!missing.isEmpty()) {
      throw tag.error(
          "'"
              + tag.name()
              + "' did not receive value(s) for the argument(s): "
              + String.join(", ", missing.stream().map(name -> "'" + name + "'").toList()));
    }
    return new Bound(this, given, named);
  }

  private void keyword(
      TagSource tag, String name, Expression value, Map<String, Expression> named) {
    if (!positional.contains(name) && !keywordOnly.contains(name) && !keywords) {
      throw tag.error("'" + tag.name() + "' received unexpected keyword argument '" + name + "'");
    }
    if (named.put(name, value) != null) {
      throw tag.error(
          "'" + tag.name() + "' received multiple values for keyword argument '" + name + "'");
    }
  }

  /** The expressions of a use. */
  record Bound(Parameters parameters, List<Expression> given, Map<String, Expression> named) {
    Arguments resolve(Context context) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>(parameters.defaults);
      List<@Nullable Object> rest = new ArrayList<>();
      Map<String, @Nullable Object> extra = new LinkedHashMap<>();
      for (int i = 0; i < given.size(); i++) {
        Object value = given.get(i).resolve(context);
        if (i < parameters.positional.size()) {
          values.put(parameters.positional.get(i), value);
        } else {
          rest.add(value);
        }
      }
      named.forEach((name, expression) -> {
        boolean declared =
            parameters.positional.contains(name) || parameters.keywordOnly.contains(name);
        (declared ? values : extra).put(name, expression.resolve(context));
      });
      return new Arguments(values, rest, extra);
    }
  }
}
