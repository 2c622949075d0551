package io.quintet.rest.negotiation;

import io.quintet.rest.ApiErrors;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML bodies. Document types are refused, so there are no entities to expand and nothing to
 * fetch; nesting is limited.
 */
final class XmlReader {
  private static final int MAX_DEPTH = 200;
  private static final XMLInputFactory FACTORY = factory();

  private XmlReader() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("external entities are not read");
    });
    return factory;
  }

  static @Nullable Object read(byte[] body) {
    try {
      XMLStreamReader in = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body));
      while (in.next() != XMLStreamConstants.START_ELEMENT) {
        if (in.getEventType() == XMLStreamConstants.DTD) {
          throw ApiErrors.parseError("XML parse error - a document type is not allowed");
        }
      }
      Object value = element(in, 0);
      while (in.hasNext()) {
        in.next();
      }
      return value;
    } catch (XMLStreamException e) {
      var at = e.getLocation();
      throw ApiErrors.parseError(
          at == null
              ? "XML parse error - not well-formed"
              : "XML parse error - not well-formed: line %d, column %d"
                  .formatted(at.getLineNumber(), at.getColumnNumber()));
    }
  }

  /** The value of the element whose start was read; ends at its end. */
  private static @Nullable Object element(XMLStreamReader in, int depth) throws XMLStreamException {
    if (depth > MAX_DEPTH) {
      throw ApiErrors.parseError(
          "XML parse error - nested more than " + MAX_DEPTH + " levels deep");
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    List<@Nullable Object> items = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          String name = in.getLocalName();
          Object value = element(in, depth + 1);
          if (name.equals("list-item")) {
            items.add(value);
          } else {
            fields.put(name, value);
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(in.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw ApiErrors.parseError(
                "XML parse error - the entity \"" + in.getLocalName() + "\" is not known");
        case XMLStreamConstants.END_ELEMENT -> {
          if (!items.isEmpty()) {
            return items;
          }
          if (!fields.isEmpty()) {
            return fields;
          }
          String plain = text.toString();
          return plain.isBlank() ? null : plain;
        }
        default -> {
          // comments, processing instructions, white space
        }
      }
    }
  }
}
