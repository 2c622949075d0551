package io.quintet.processor.template;

import io.quintet.templates.EngineBuilder;
import io.quintet.templates.Filter;
import io.quintet.templates.Library;
import io.quintet.templates.TagRenderer;
import io.quintet.templates.TagSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** The tags and filters that the project declares with {@code @TagLibrary}: names without code. */
final class ProjectLibraries {
  private ProjectLibraries() {}

  static void add(Iterable<? extends Element> elements, EngineBuilder engine) {
    for (Element element : elements) {
      for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
        if (mirror.getAnnotationType().toString().equals(TemplateProcessor.LIBRARY)) {
          Map<String, AnnotationValue> values = new HashMap<>();
          mirror
              .getElementValues()
              .forEach((key, value) -> values.put(key.getSimpleName().toString(), value));
          String name =
              values.containsKey("value") ? String.valueOf(values.get("value").getValue()) : "";
          Library library = library(texts(values.get("tags")), texts(values.get("filters")));
          if (name.isEmpty()) {
            engine.builtins(library);
          } else {
            engine.library(name, library);
          }
        }
      }
    }
  }

  static List<String> texts(AnnotationValue value) {
    return value != null && value.getValue() instanceof List<?> list
        ? list.stream().map(one -> String.valueOf(((AnnotationValue) one).getValue())).toList()
        : List.of();
  }

  private static Library library(List<String> tags, List<String> filters) {
    Library.Builder library = Library.builder();
    for (String tag : tags) {
      String[] words = tag.strip().split("\\s+");
      library.tag(words[0], source -> stub(source, words.length > 1 ? words[1] : ""));
    }
    filters.forEach(
        name -> library.filter(Filter.named(name).argument(false).does(call -> call.value())));
    return library.build();
  }

  /** Reads what the tag evaluates, as a simple tag does. */
  private static TagRenderer stub(TagSource source, String end) {
    List<String> words = source.arguments();
    int size = words.size();
    boolean named = size >= 2 && words.get(size - 2).equals("as");
    for (String word : named ? words.subList(0, size - 2) : words) {
      int equals = word.indexOf('=');
      source.expression(equals > 0 ? word.substring(equals + 1) : word);
    }
    if (!end.isEmpty()) {
      source.body(end);
    }
    return (context, output) -> {};
  }
}
