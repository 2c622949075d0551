package io.quintet.templates;

/** What stands between a block tag and its end. */
public final class Body {
  private final NodeList nodes;

  Body(NodeList nodes) {
    this.nodes = nodes;
  }

  NodeList nodes() {
    return nodes;
  }

  /** Renders into an output. */
  public void render(Context context, Output output) {
    Renderer.render(nodes, context, output);
  }

  /** Renders to HTML. */
  public String render(Context context) {
    return Renderer.render(nodes, context);
  }
}
