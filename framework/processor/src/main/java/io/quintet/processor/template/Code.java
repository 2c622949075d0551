package io.quintet.processor.template;

import javax.lang.model.type.TypeMirror;

/**
 * A Java expression with its type.
 *
 * @param type null when it is not known before the program runs
 */
record Code(String java, TypeMirror type) {
  static Code untyped(String java) {
    return new Code(java, null);
  }

  boolean isUntyped() {
    return type == null;
  }

  boolean isPrimitive() {
    return type != null && type.getKind().isPrimitive();
  }

  /** Whether the expression is a variable, so that naming it twice costs nothing. */
  boolean isVariable() {
    return !java.isEmpty() && java.chars().allMatch(Character::isJavaIdentifierPart);
  }
}
