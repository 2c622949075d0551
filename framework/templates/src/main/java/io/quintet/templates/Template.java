package io.quintet.templates;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compiled template; one serves all threads. */
public final class Template {
  private final Engine engine;
  private final @Nullable String name;
  private final String origin;
  private final NodeList nodes;
  private final List<Node.Block> blocks;
  private final Map<String, Node.PartialDef> partials;

  /** How much the last renderings wrote; a guess is enough, so threads need not agree. */
  private int expected;

  Template(Engine engine, @Nullable String name, String origin, String source) {
    this.engine = engine;
    this.name = name;
    this.origin = origin;
    Parser parser = new Parser(engine, name, origin, source);
    this.nodes = parser.parse();
    this.blocks = List.copyOf(parser.blocks());
    this.partials = parser.partials();
  }

  private Template(Template whole, Node.PartialDef partial) {
    this.engine = whole.engine;
    this.name = whole.name;
    this.origin = whole.origin;
    this.nodes = partial.body();
    this.blocks = List.of();
    this.partials = whole.partials;
  }

  /** A partial of this template as a template of its own. */
  Template partial(String partial) {
    Node.PartialDef found = partials.get(partial);
    if (found == null) {
      throw new TemplateDoesNotExist(
          name + "#" + partial,
          List.of("the partials of " + name + ": " + String.join(", ", partials.keySet())));
    }
    return new Template(this, found);
  }

  /** The name it was loaded by, null if it was compiled from text. */
  public @Nullable String name() {
    return name;
  }

  String origin() {
    return origin;
  }

  NodeList nodes() {
    return nodes;
  }

  List<Node.Block> blocks() {
    return blocks;
  }

  Engine engine() {
    return engine;
  }

  /**
   * Renders with these names.
   *
   * @throws TemplateException if something fails; the message names the place
   */
  public String render(Map<String, ? extends @Nullable Object> names) {
    return render(Context.of(names));
  }

  /** Renders with a context. */
  public String render(Context context) {
    Output buffer = Output.buffer();
    render(context, buffer);
    return buffer.toString();
  }

  /**
   * Renders into a writer or a string builder; an I/O error is thrown as {@link
   * java.io.UncheckedIOException}.
   */
  public void render(Context context, Appendable target) {
    render(context, Output.to(target));
  }

  /**
   * Renders as UTF-8 into a stream, which stays open; an I/O error is thrown as {@link
   * java.io.UncheckedIOException}.
   */
  public void render(Context context, OutputStream target) {
    ByteOutput output = new ByteOutput(target);
    render(context, output);
    output.flush();
  }

  /**
   * Renders with these names to UTF-8.
   *
   * @throws TemplateException if something fails; the message names the place
   */
  public byte[] renderBytes(Map<String, ? extends @Nullable Object> names) {
    return renderBytes(Context.of(names));
  }

  /** Renders with a context to UTF-8. */
  public byte[] renderBytes(Context context) {
    ByteOutput output = new ByteOutput(expected);
    render(context, output);
    int size = output.size();
    if (size > expected || size < expected / 4) {
      expected = size + size / 8;
    }
    return output.toByteArray();
  }

  /** Renders inside another template's rendering: what a tag does that shows a template. */
  public void render(Context context, Output output) {
    Context bound = context.bind(engine);
    bound.state().enter(this);
    try {
      Renderer.render(nodes, bound, output);
    } finally {
      bound.state().leave();
    }
  }

  @Override
  public String toString() {
    return "Template " + (name == null ? "<text>" : name);
  }
}
