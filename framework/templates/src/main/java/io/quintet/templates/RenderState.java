package io.quintet.templates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a rendering remembers between nodes: positions of cycles, blocks of children, the template
 * in work.
 */
final class RenderState {
  private static final int MAX_DEPTH = 250;

  private final List<Frame> frames = new ArrayList<>();
  private int depth;

  RenderState() {
    frames.add(new Frame());
  }

  private RenderState(RenderState other) {
    frames.addAll(other.frames);
    depth = other.depth;
  }

  /**
   * A state for an inner template with another context, which shares what was remembered so far.
   */
  RenderState copy() {
    return new RenderState(this);
  }

  /** Memory of one template and the templates it extends. */
  static final class Frame {
    private final Map<Object, Object> memory = new IdentityHashMap<>();
    private @Nullable Template template;
    private @Nullable Blocks blocks;
    private final List<String> origins = new ArrayList<>();
    private final Map<String, Node.PartialDef> partials = new HashMap<>();
  }

  Frame frame() {
    return frames.getLast();
  }

  @Nullable Template template() {
    return frame().template;
  }

  @Nullable Blocks blocks() {
    return frame().blocks;
  }

  Blocks blocksOrNew() {
    Frame frame = frame();
    Blocks blocks = frame.blocks;
    if (blocks == null) {
      blocks = new Blocks();
      frame.blocks = blocks;
    }
    return blocks;
  }

  /** Origins of the templates that extended each other on the way here. */
  List<String> origins() {
    return frame().origins;
  }

  Map<String, Node.PartialDef> partials() {
    return frame().partials;
  }

  /** What is remembered for a node in this frame, made on first use. */
  <T> T remember(Object key, Supplier<T> first) {
    @SuppressWarnings("unchecked")
    T value = (T) frame().memory.computeIfAbsent(key, k -> first.get());
    return value;
  }

  void enter(Template template) {
    if (++depth > MAX_DEPTH) {
      throw new TemplateRenderError(
          "Templates include or extend each other more than "
              + MAX_DEPTH
              + " levels deep; the last is "
              + template.name()
              + ".");
    }
    Frame frame = new Frame();
    frame.template = template;
    frames.add(frame);
  }

  void leave() {
    depth--;
    frames.removeLast();
  }

  /** Goes on in the template that the current one extends; gives the current one. */
  @Nullable Template replaceTemplate(@Nullable Template parent) {
    Template before = frame().template;
    frame().template = parent;
    return before;
  }

  void descend() {
    if (++depth > MAX_DEPTH) {
      throw new TemplateRenderError(
          "Templates include or extend each other more than " + MAX_DEPTH + " levels deep.");
    }
  }

  void ascend() {
    depth--;
  }
}
