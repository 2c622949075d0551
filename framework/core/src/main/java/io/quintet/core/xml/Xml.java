package io.quintet.core.xml;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML from outside. Document types are refused, so there are no entities to expand and
 * nothing to fetch; elements may be nested {@value #MAX_DEPTH} deep. The time grows with the length
 * and not faster; who calls bounds the length.
 */
public final class Xml {
  private static final int MAX_DEPTH = 200;
  private static final XMLInputFactory FACTORY = factory();

  private Xml() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // The JDK's own limit is lower.
    factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(MAX_DEPTH + 2));
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("external entities are not read");
    });
    return factory;
  }

  /**
   * The root of a document.
   *
   * @throws XmlException if it is malformed, has a document type or is nested too deep
   */
  public static XmlElement parse(byte[] document) {
    try {
      XMLStreamReader in = FACTORY.createXMLStreamReader(new ByteArrayInputStream(document));
      while (in.next() != XMLStreamConstants.START_ELEMENT) {
        if (in.getEventType() == XMLStreamConstants.DTD) {
          throw new XmlException("a document type is not allowed");
        }
      }
      XmlElement root = element(in, 0);
      while (in.hasNext()) {
        in.next();
      }
      return root;
    } catch (XMLStreamException e) {
      Location at = e.getLocation();
      throw new XmlException(
          at == null
              ? "not well-formed"
              : "not well-formed: line %d, column %d"
                  .formatted(at.getLineNumber(), at.getColumnNumber()));
    }
  }

  /** The element whose start was read; ends at its end. */
  private static XmlElement element(XMLStreamReader in, int depth) throws XMLStreamException {
    if (depth > MAX_DEPTH) {
      throw new XmlException("nested more than " + MAX_DEPTH + " levels deep");
    }
    String name = in.getLocalName();
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < in.getAttributeCount(); i++) {
      attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
    }
    List<XmlElement> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(in, depth + 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(in.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XmlException("the entity \"" + in.getLocalName() + "\" is not known");
        case XMLStreamConstants.END_ELEMENT -> {
          return new XmlElement(name, attributes, text.toString(), children);
        }
        default -> {
          // comments, processing instructions, white space
        }
      }
    }
  }
}
