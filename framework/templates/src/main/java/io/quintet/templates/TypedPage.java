package io.quintet.templates;

import java.io.OutputStream;
import java.util.HashMap;
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
      Map<String, @Nullable Object> names = new HashMap<>(also);
      names.putAll(template.names(values));
      engine.template(template.name()).render(Context.of(names), output);
      return;
    }
    Sheet sheet = new Sheet(engine, template, values, also, links, output);
    try {
      template.render(values, sheet);
    } catch (Exception e) {
      throw Renderer.located(e, new Position(template.name(), 1, 1, "compiled template"));
    }
  }
}
