package io.quintet.processor.model;

import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/**
 * Reports mistakes in declarations as errors of the compiler, on the element that has to change.
 */
final class Problems {
  private final Messager messager;
  private int count;

  Problems(Messager messager) {
    this.messager = messager;
  }

  /** One that counts and says nothing, for what is reported elsewhere. */
  static Problems silent() {
    return new Problems(null);
  }

  void error(Element where, String message, Object... values) {
    count++;
    if (messager != null) {
      messager.printMessage(Diagnostic.Kind.ERROR, message.formatted(values), where);
    }
  }

  int count() {
    return count;
  }
}
