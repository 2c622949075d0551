package io.quintet.processor.model;

import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.VariableElement;

/**
 * Tells whether a field is declared with a value; a compiler other than javac cannot say, then it
 * is not.
 */
final class Initialisers {
  private final Optional<Trees> trees;

  Initialisers(ProcessingEnvironment environment) {
    Optional<Trees> found;
    try {
      found = Optional.of(Trees.instance(environment));
    } catch (IllegalArgumentException notJavac) {
      found = Optional.empty();
    }
    trees = found;
  }

  boolean has(VariableElement field) {
    return trees
        .map(t -> t.getTree(field))
        .filter(t -> t instanceof VariableTree v && v.getInitializer() != null)
        .isPresent();
  }
}
