package io.quintet.templates;

/** Compiles a use of a tag into a node. */
@FunctionalInterface
interface NodeCompiler {
  Node compile(TagSource tag);

  static NodeCompiler of(TagCompiler compiler) {
    return tag -> new Node.Custom(tag.position(), compiler.compile(tag));
  }
}
