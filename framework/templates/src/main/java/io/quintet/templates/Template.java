package io.quintet.templates;

import io.quintet.templates.syntax.Syntax;
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

  private final Map<Node, SyntaxReader.TagParts> parts;
  private final String source;

  Template(Engine engine, @Nullable String name, String origin, String source) {
    this.engine = engine;
    this.name = name;
    this.origin = origin;
    Parser parser = new Parser(engine, name, origin, source);
    this.nodes = parse(parser, engine, source);
    this.blocks = List.copyOf(parser.blocks());
    this.partials = parser.partials();
    this.parts = parser.parts();
    this.source = source;
  }

  private static NodeList parse(Parser parser, Engine engine, String source) {
    try {
      return parser.parse();
    } catch (TemplateException e) {
      Position position = e.position();
      if (engine.debug() && position != null) {
        e.snapshot(Snapshot.of(source, position, null));
      }
      throw e;
    }
  }

  private Template(Template whole, Node.PartialDef partial) {
    this.engine = whole.engine;
    this.name = whole.name;
    this.origin = whole.origin;
    this.nodes = partial.body();
    this.blocks = List.of();
    this.partials = whole.partials;
    this.parts = whole.parts;
    this.source = whole.source;
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

  /**
   * What the template is made of, for tools. What stands in tags of libraries is known to an engine
   * that was told {@link EngineBuilder#keepSyntax}.
   */
  public List<Syntax> syntax() {
    return new SyntaxReader(parts).read(nodes);
  }

  /** The text that it was compiled from. */
  public String source() {
    return source;
  }

  /** The node that starts at a place, or null. */
  @Nullable Node nodeAt(int line, int column) {
    return NodeSearch.at(nodes, line, column);
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
    ByteOutput output = new ByteOutput();
    render(context, output);
    return output.finish();
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
