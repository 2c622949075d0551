package io.quintet.conformance;

import io.quintet.templates.Context;
import io.quintet.templates.Engine;
import io.quintet.templates.Filter;
import io.quintet.templates.Library;
import io.quintet.templates.library.StandardLibraries;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls filters directly. */
final class FilterRunner implements AreaRunner {
  @Override
  public boolean handles(Case one) {
    return one.data().containsKey("filter") || one.op().equals("filter");
  }

  @Override
  public Outcome run(Case one) {
    TypedValues values = new TypedValues(null);
    boolean op = one.op().equals("filter");
    Map<String, @Nullable Object> source = op ? one.object("input") : one.data();
    @Nullable Object[] input = new Object[1];
    return Expected.check(
        one,
        values,
        null,
        () -> {
          input[0] = values.decode(source.get(op ? "value" : "input"));
          Object result =
              apply(
                  one,
                  source,
                  String.valueOf(source.get(op ? "name" : "filter")),
                  input[0],
                  values);
          boolean english = new Settings(one).language().startsWith("en");
          if (!english && String.valueOf(result).contains("byte")) {
            throw new Expected.Unsupported("not built yet: catalogues of translated text");
          }
          return isSameAsInput(one) && Expected.same(input[0], result) ? null : result;
        });
  }

  private static boolean isSameAsInput(Case one) {
    return one.object("expected").get("output") instanceof Map<?, ?> map
        && "same_as_input".equals(map.get("$type"));
  }

  private static @Nullable Object apply(
      Case one,
      Map<String, @Nullable Object> source,
      String name,
      @Nullable Object input,
      TypedValues values) {
    Engine engine = new Settings(one).engine().build();
    Filter filter = filter(engine, name, source.get("library"));
    Map<String, @Nullable Object> keywords = values.map(Cases.object(source.get("kwargs")));
    boolean autoescape =
        !keywords.containsKey("autoescape") || Boolean.TRUE.equals(keywords.remove("autoescape"));
    List<@Nullable Object> arguments =
        values.list(source.get("args") instanceof List<?> list ? list : List.of());
    if (keywords.size() + arguments.size() > 1) {
      throw new Expected.Unsupported("cannot apply to Java: a filter has at most one argument");
    }
    arguments.addAll(keywords.values());
    Context context = engine.context(Map.of()).autoescape(autoescape);
    return arguments.isEmpty()
        ? filter.apply(input, context)
        : filter.apply(input, arguments.getFirst(), context);
  }

  private static Filter filter(Engine engine, String name, @Nullable Object library) {
    Filter filter;
    if (library == null) {
      filter = engine.filter(name);
    } else {
      Library named = StandardLibraries.named().get(library.toString());
      filter = named == null ? null : named.filter(name);
    }
    if (filter == null) {
      throw new Expected.Unsupported(
          "not built yet: filter " + name + (library == null ? "" : " of " + library));
    }
    return filter;
  }
}
