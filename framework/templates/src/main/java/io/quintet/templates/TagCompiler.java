package io.quintet.templates;

/** Compiles a use of a tag, once for a template. */
@FunctionalInterface
public interface TagCompiler {
  /**
   * Reads the tag's words and, for a block tag, its body.
   *
   * @throws TemplateSyntaxError if the tag is used wrongly; {@link TagSource#error} makes one
   */
  TagRenderer compile(TagSource tag);
}
