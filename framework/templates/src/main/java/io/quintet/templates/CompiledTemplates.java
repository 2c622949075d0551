package io.quintet.templates;

import io.quintet.core.text.Nearest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The compiled templates of an engine, by the class of their record. */
final class CompiledTemplates {
  private final Engine engine;
  private final Map<Class<?>, Bound> byType = new HashMap<>();

  /** A compiled template with what it has in this engine; links are made on first use. */
  static final class Bound {
    private final CompiledTemplate<Record> template;
    private final Engine engine;
    private volatile @Nullable Links links;
    private volatile boolean decided;

    private Bound(CompiledTemplate<Record> template, Engine engine) {
      this.template = template;
      this.engine = engine;
    }

    CompiledTemplate<Record> template() {
      return template;
    }

    /**
     * What the generated code refers to; null when the sources that the engine finds are not those
     * that were compiled, or the engine prints in another way: then the interpreter renders.
     */
    @Nullable Links links() {
      return decided && !engine.reloads() ? links : decide();
    }

    private synchronized @Nullable Links decide() {
      boolean current = engine.printsPlainly();
      List<String> sources = template.sources();
      for (int i = 0; current && i < sources.size(); i += 2) {
        current = engine.fingerprint(sources.get(i)).equals(sources.get(i + 1));
      }
      Links known = !current ? null : engine.reloads() || links == null ? link() : links;
      links = known;
      decided = true;
      return known;
    }

    private Links link() {
      Filter[] filters = template.filters().stream().map(this::filter).toArray(Filter[]::new);
      Node[] fragments = template.fragments().stream().map(this::fragment).toArray(Node[]::new);
      return new Links(filters, fragments);
    }

    private Filter filter(String name) {
      Filter filter = engine.anyFilter(name);
      if (filter == null) {
        throw new TemplateSyntaxError(
            "The filter '"
                + name
                + "' was declared when "
                + template.name()
                + " was compiled, but no library of this engine has it.");
      }
      return filter;
    }

    private Node fragment(String place) {
      String[] parts = place.split(":", 3);
      Node node =
          engine.template(parts[2]).nodeAt(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
      if (node == null) {
        throw new IllegalStateException("No tag at " + place);
      }
      return node;
    }
  }

  /** What generated code refers to by number. */
  record Links(Filter[] filters, Node[] fragments) {}

  @SuppressWarnings("unchecked") // a template is looked up by the class of its own record
  CompiledTemplates(Engine engine, List<CompiledTemplate<?>> templates) {
    this.engine = engine;
    for (CompiledTemplate<?> template : templates) {
      byType.putIfAbsent(template.type(), new Bound((CompiledTemplate<Record>) template, engine));
    }
  }

  TypedPage page(Record values) {
    Bound bound = byType.get(values.getClass());
    if (bound == null) {
      String name = values.getClass().getSimpleName();
      throw new IllegalArgumentException(
          "No template was compiled for the record "
              + name
              + Nearest.suggestion(
                  name, byType.keySet().stream().map(Class::getSimpleName).toList())
              + ". Annotate it with @TemplateFor(\"the template's name\") and compile with quintet-processor.");
    }
    return new TypedPage(engine, bound, values);
  }
}
