package io.quintet.templates;

import java.io.OutputStream;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A strict template with the record of its values, ready to be rendered. */
public final class TypedPage {
  private final Engine engine;
  private final CompiledTemplates.Bound bound;
  private final Record values;

  TypedPage(Engine engine, CompiledTemplates.Bound bound, Record values) {
    this.engine = engine;
    this.bound = bound;
    this.values = values;
  }

  /** The template's name. */
  public String template() {
    return bound.template().name();
  }

  /** Renders to HTML. */
  public String render() {
    return render(Map.of());
  }

  /** Renders to HTML; the names are those that the record's annotation lists besides its own. */
  public String render(Map<String, ? extends @Nullable Object> also) {
    Output output = Output.buffer();
    write(also, output);
    return output.toString();
  }

  /** Renders to UTF-8. */
  public byte[] renderBytes() {
    return renderBytes(Map.of());
  }

  /** Renders to UTF-8; the names are those that the record's annotation lists besides its own. */
  public byte[] renderBytes(Map<String, ? extends @Nullable Object> also) {
    ByteOutput output = new ByteOutput();
    write(also, output);
    return output.finish();
  }

  /** Renders as UTF-8 into a stream, which stays open. */
  public void render(Map<String, ? extends @Nullable Object> also, OutputStream target) {
    ByteOutput output = new ByteOutput(target);
    write(also, output);
    output.flush();
  }

  private void write(Map<String, ? extends @Nullable Object> also, Output output) {
    CompiledTemplate<Record> template = bound.template();
    CompiledTemplates.Links links = bound.links();
    if (links == null) {
      interpret(also, output);
      return;
    }
    Sheet sheet = new Sheet(engine, template, values, also, links, output);
    try {
      template.render(values, sheet);
    } catch (Exception e) {
      throw failed(e, also);
    }
  }

  private void interpret(Map<String, ? extends @Nullable Object> also, Output output) {
    engine.template(template()).render(Context.of(names(also)), output);
  }

  private Map<String, @Nullable Object> names(Map<String, ? extends @Nullable Object> also) {
    Map<String, @Nullable Object> names = new HashMap<>(also);
    names.putAll(bound.template().names(values));
    return names;
  }

  /** The error with its place. In development with what could be seen there, too. */
  private TemplateException failed(Exception thrown, Map<String, ? extends @Nullable Object> also) {
    List<Position> places = CompiledPlaces.of(bound.template(), thrown, this::source);
    TemplateException error =
        Renderer.located(
            thrown,
            places.isEmpty()
                ? new Position(template(), 1, 1, "compiled template")
                : places.getFirst());
    places.forEach(error::through);
    if (engine.debug() && error.snapshot().isEmpty()) {
      return seen(error, also);
    }
    return error;
  }

  /**
   * The error as the interpreter meets it, which knows the values of loops and of included
   * templates; if it does not fail, the error with the page's values.
   */
  private TemplateException seen(
      TemplateException error, Map<String, ? extends @Nullable Object> also) {
    try {
      interpret(also, Output.to(Writer.nullWriter()));
    } catch (TemplateException again) {
      return again;
    }
    Position position = error.position();
    if (position != null && position.template() != null) {
      Context context = Context.of(names(also)).bind(engine);
      error.snapshot(Snapshot.of(source(position.template()), position, context));
    }
    return error;
  }

  private String source(String name) {
    try {
      return engine.template(name).source();
    } catch (TemplateException gone) {
      return "";
    }
  }
}
