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
    private @Nullable Map<Object, Object> memory;
    private @Nullable Blocks blocks;
    private @Nullable Map<String, Node.PartialDef> partials;
  }

  Frame frame() {
    return frames.getLast();
  }

  @Nullable Blocks blocks() {
    return frame().blocks;
  }

  Map<String, Node.PartialDef> partials() {
    Frame frame = frame();
    Map<String, Node.PartialDef> partials = frame.partials;
    if (partials == null) {
      partials = new HashMap<>();
      frame.partials = partials;
    }
    return partials;
  }

  /** What is remembered for a node in this frame, made on first use. */
  <T> T remember(Object key, Supplier<T> first) {
    @SuppressWarnings("unchecked")
    T value = (T) memory().computeIfAbsent(key, k -> first.get());
    return value;
  }

  private Map<Object, Object> memory() {
    Frame frame = frame();
    Map<Object, Object> memory = frame.memory;
    if (memory == null) {
      memory = new IdentityHashMap<>();
      frame.memory = memory;
    }
    return memory;
  }

  void blocks(Blocks blocks) {
    frame().blocks = blocks;
  }

  void enter(Template template) {
    if (++depth > MAX_DEPTH) {
      throw tooDeep(template);
    }
    Frame frame = new Frame();
    frames.add(frame);
  }

  void leave() {
    depth--;
    frames.removeLast();
  }

  /** Refuses a chain of templates that has no end. */
  static void checkDepth(int levels, Template last) {
    if (levels > MAX_DEPTH) {
      throw tooDeep(last);
    }
  }

  private static TemplateRenderError tooDeep(Template last) {
    return new TemplateRenderError(
        "Templates include or extend each other more than "
            + MAX_DEPTH
            + " levels deep; the last is "
            + last.name()
            + ".");
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
