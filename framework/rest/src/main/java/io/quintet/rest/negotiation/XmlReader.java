package io.quintet.rest.negotiation;

import io.quintet.core.xml.Xml;
import io.quintet.core.xml.XmlElement;
import io.quintet.core.xml.XmlException;
import io.quintet.rest.ApiErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads XML bodies as {@link XmlRenderer} writes them. */
final class XmlReader {
  private XmlReader() {}

  static @Nullable Object read(byte[] body) {
    try {
      return value(Xml.parse(body));
    } catch (XmlException e) {
      throw ApiErrors.parseError("XML parse error - " + e.getMessage());
    }
  }

  private static @Nullable Object value(XmlElement element) {
    if (element.children().isEmpty()) {
      return element.text().isBlank() ? null : element.text();
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    List<@Nullable Object> items = new ArrayList<>();
    for (XmlElement child : element.children()) {
      if (child.name().equals("list-item")) {
        items.add(value(child));
      } else {
        fields.put(child.name(), value(child));
      }
    }
    return items.isEmpty() ? fields : items;
  }
}
