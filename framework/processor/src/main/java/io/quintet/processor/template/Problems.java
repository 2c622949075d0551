package io.quintet.processor.template;

import io.quintet.templates.Position;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** What is wrong with the templates of one record, reported at the record. */
final class Problems {
  private final Messager messager;
  private final Element element;
  private final Set<String> known = new HashSet<>();
  private int count;

  Problems(Messager messager, Element element) {
    this.messager = messager;
    this.element = element;
  }

  int count() {
    return count;
  }

  void add(Position position, String message) {
    add(position + ": " + message + "\n    " + position.text());
  }

  /** What stands in a template that is used twice is wrong once. */
  void add(String message) {
    if (!known.add(message)) {
      return;
    }
    count++;
    messager.printMessage(Diagnostic.Kind.ERROR, message, element);
  }
}
