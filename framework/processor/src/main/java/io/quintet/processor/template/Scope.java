package io.quintet.processor.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The names that a place in a template can use. */
final class Scope {
  private final Map<String, Code> names = new LinkedHashMap<>();
  private final Map<String, Code> locals = new LinkedHashMap<>();

  static Scope empty() {
    return new Scope();
  }

  /** A scope inside this one. */
  Scope inner() {
    Scope inner = new Scope();
    inner.names.putAll(names);
    inner.locals.putAll(locals);
    return inner;
  }

  /** Adds a value of the page. */
  void page(String name, Code code) {
    names.put(name, code);
  }

  /** Adds a variable of the generated method, which the interpreter has to be told. */
  void local(String name, Code code) {
    names.put(name, code);
    locals.put(name, code);
  }

  Code find(String name) {
    return names.get(name);
  }

  Map<String, Code> locals() {
    return locals;
  }

  Set<String> names() {
    return new TreeSet<>(names.keySet());
  }
}
