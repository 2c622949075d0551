package io.quintet.rest.negotiation;

import io.quintet.rest.ApiRequest;
import io.quintet.rest.ApiResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes XML: {@code <root>}, an element a field, {@code <list-item>} for the items of lists. */
public final class XmlRenderer implements Renderer {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  @Override
  public String mediaType() {
    return "application/xml";
  }

  @Override
  public String format() {
    return "xml";
  }

  @Override
  public String contentType() {
    return "application/xml; charset=utf-8";
  }

  @Override
  public byte[] render(ApiRequest request, ApiResponse response) {
    var bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter out = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      out.writeStartDocument("utf-8", "1.0");
      element(out, "root", response.data());
      out.writeEndDocument();
      out.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("An answer cannot be written as XML: " + e.getMessage(), e);
    }
    return bytes.toByteArray();
  }

  private static void element(XMLStreamWriter out, String name, @Nullable Object value)
      throws XMLStreamException {
    out.writeStartElement(elementName(name));
    switch (value) {
      case null -> {
        // an empty element
      }
      case Map<?, ?> map -> {
        for (var entry : map.entrySet()) {
          element(out, entry.getKey().toString(), entry.getValue());
        }
      }
      case List<?> list -> {
        for (Object item : list) {
          element(out, "list-item", item);
        }
      }
      default -> out.writeCharacters(characters(value.toString()));
    }
    out.writeEndElement();
  }

  private static String elementName(String name) {
    String clean = name.replaceAll("[^\\p{L}\\p{N}._-]", "_");
    return clean.isEmpty() || !Character.isLetter(clean.charAt(0)) && clean.charAt(0) != '_'
        ? "_" + clean
        : clean;
  }

  /** Without the control characters that XML cannot hold. */
  private static String characters(String text) {
    return text.codePoints()
        .filter(c ->
            c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF)
                || c == '\t'
                || c == '\n'
                || c == '\r')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
