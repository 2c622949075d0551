package io.quintet.templates;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What {@link ClassReloadTest} loads anew each time: types of a site, read and rendered by an
 * engine.
 */
public final class ReloadedSite implements Function<Object, Object> {
  /** A value with properties. */
  public record Item(String title) {}

  private static final class Properties implements PropertyAccess {
    @Override
    public Getter getter(Class<?> type, String name) {
      return type == Item.class && name.equals("title") ? item -> ((Item) item).title() : null;
    }

    @Override
    public boolean knows(Class<?> type) {
      return type == Item.class;
    }
  }

  @Override
  public Object apply(Object title) {
    Library library =
        Library.builder()
            .filter(Filter.named("twice").does(call -> call.text() + call.text()))
            .build();
    Engine engine =
        Engine.builder()
            .properties(new Properties())
            .builtins(library)
            .loaders(
                Loaders.memory(
                    Map.of(
                        "base",
                        "<{% block a %}{% endblock %}>",
                        "page",
                        "{% extends 'base' %}{% block a %}{% for item in items %}{{ item.title|twice }}{% endfor %}{% endblock %}")))
            .build();
    return engine
        .template("page")
        .render(Map.of("items", List.of(new Item(title.toString()), new Item("b"))));
  }
}
