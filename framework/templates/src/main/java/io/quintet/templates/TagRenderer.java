package io.quintet.templates;

/** What a tag of a library writes; used by many threads at once. */
@FunctionalInterface
public interface TagRenderer {
  /** Writes the tag's output. Text that is not HTML must be escaped: {@link Context#print} does. */
  void render(Context context, Output output) throws Exception;
}
