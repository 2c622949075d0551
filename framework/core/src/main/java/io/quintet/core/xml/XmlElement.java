package io.quintet.core.xml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of a document. Names are without their prefixes.
 *
 * @param name its name
 * @param attributes its attributes by name, in order
 * @param text the text directly in it, without that of its children; comments left out
 * @param children the elements directly in it, in order
 */
public record XmlElement(
    String name, Map<String, String> attributes, String text, List<XmlElement> children) {
  /** Copies what it is made of. */
  public XmlElement {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    children = List.copyOf(children);
  }

  /** An attribute. */
  public Optional<String> attribute(String wanted) {
    return Optional.ofNullable(attributes.get(wanted));
  }

  /** The first child of a name. */
  public Optional<XmlElement> child(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted)).findFirst();
  }

  /** The text of the first child of a name, without blanks around it. */
  public Optional<String> textOf(String wanted) {
    return child(wanted).map(child -> child.text.strip());
  }
}
