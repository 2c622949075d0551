package io.quintet.conformance;

import io.quintet.core.MultiMap;
import io.quintet.templates.Context;
import io.quintet.templates.Engine;
import io.quintet.templates.EngineBuilder;
import io.quintet.templates.Library;
import io.quintet.templates.Loader;
import io.quintet.templates.Loaders;
import io.quintet.templates.Template;
import io.quintet.templates.TemplateObject;
import io.quintet.templates.library.StandardLibraries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Renders templates. */
final class TemplateRunner implements AreaRunner {
  @Override
  public boolean handles(Case one) {
    return one.data().containsKey("template") && one.data().containsKey("engine");
  }

  @Override
  public Outcome run(Case one) {
    Outcome outcome = run(one, one.object("engine"));
    if (outcome instanceof Outcome.Passed && one.get("also") instanceof List<?> others) {
      for (Object options : others) {
        outcome = run(one, Cases.object(options));
        if (!(outcome instanceof Outcome.Passed)) {
          return outcome;
        }
      }
    }
    return outcome;
  }

  private static Outcome run(Case one, Map<String, @Nullable Object> options) {
    TypedValues plain = new TypedValues(null);
    return Expected.check(one, plain, null, () -> render(one, options));
  }

  private static String render(Case one, Map<String, @Nullable Object> options) {
    Engine engine = engine(one, options);
    String name = String.valueOf(one.get("template"));
    Template template =
        Boolean.TRUE.equals(one.get("from_string"))
            ? engine.fromString(source(one, name))
            : engine.template(name);
    Map<String, @Nullable Object> names =
        new HashMap<>(new TypedValues(engine).map(one.object("context")));
    if (one.get("request") != null) {
      names.putIfAbsent("request", request(one.object("request")));
    }
    Context context =
        Context.of(names).autoescape(!Boolean.FALSE.equals(options.get("autoescape")));
    if (one.data().containsKey("use_l10n")) {
      context.localized((Boolean) one.get("use_l10n"));
    }
    if (one.data().containsKey("use_tz")) {
      context.localTimes((Boolean) one.get("use_tz"));
    }
    return template.render(context);
  }

  private static String source(Case one, String name) {
    return String.valueOf(one.object("templates").get(name));
  }

  private static Object request(Map<String, @Nullable Object> request) {
    MultiMap query = MultiMap.parse(String.valueOf(request.get("query_string")));
    return new TemplateObject() {
      @Override
      public @Nullable Object property(String name) {
        return switch (name) {
          case "GET" -> query;
          case "path" -> request.get("path");
          case "method" -> request.get("method");
          default -> ABSENT;
        };
      }
    };
  }

  private static Engine engine(Case one, Map<String, @Nullable Object> options) {
    EngineBuilder builder = new Settings(one).engine();
    builder.loaders(loaders(one).toArray(Loader[]::new));
    builder.debug(Boolean.TRUE.equals(options.get("debug")));
    builder.stringIfInvalid(String.valueOf(options.get("string_if_invalid")));
    builder.fragmentCache(new MemoryFragments());
    Map<String, Library> libraries = new TreeMap<>();
    Map<String, @Nullable Object> suite = one.object("libraries");
    if (one.get("loads") instanceof List<?> loads) {
      StandardLibraries.named()
          .forEach((name, library) -> {
            if (loads.contains(name)) {
              libraries.put(name, library);
            }
          });
    }
    suite.forEach((name, module) ->
        libraries.put(name, SuiteLibraries.library(one.area(), String.valueOf(module))));
    builder.libraries(libraries);
    if (one.get("builtins") instanceof List<?> builtins) {
      builtins.forEach(
          module -> builder.builtins(SuiteLibraries.library(one.area(), String.valueOf(module))));
    }
    builder.builtins(SuiteLibraries.withoutPartials());
    if (one.get("urlconf") != null) {
      builder.urls(new UrlTag(one, UrlRoutes.router(one, one.get("urlconf"))));
    }
    return builder.build();
  }

  private static List<Loader> loaders(Case one) {
    List<Loader> loaders = new ArrayList<>();
    if (one.get("template_layers") instanceof List<?> layers) {
      layers.forEach(layer -> loaders.add(Loaders.memory(texts(Cases.object(layer)))));
    } else {
      loaders.add(Loaders.memory(texts(one.object("templates"))));
    }
    loaders.add(Loaders.memory(Map.of("inclusion.html", "{{ result }}\n")));
    return loaders;
  }

  private static Map<String, String> texts(Map<String, @Nullable Object> raw) {
    Map<String, String> texts = new LinkedHashMap<>();
    raw.forEach((name, source) -> texts.put(name, String.valueOf(source)));
    return texts;
  }
}
