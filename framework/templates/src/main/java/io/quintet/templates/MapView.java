package io.quintet.templates;

import io.quintet.templates.values.PythonText;
import io.quintet.templates.values.PythonValue;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys, values or entries of a map. */
final class MapView extends AbstractList<@Nullable Object> implements PythonValue {
  private final String kind;
  private final List<?> elements;

  MapView(String kind, List<?> elements) {
    this.kind = kind;
    this.elements = elements;
  }

  @Override
  public @Nullable Object get(int index) {
    return elements.get(index);
  }

  @Override
  public int size() {
    return elements.size();
  }

  @Override
  public String pythonRepr() {
    return kind + "(" + PythonText.repr(elements) + ")";
  }
}
