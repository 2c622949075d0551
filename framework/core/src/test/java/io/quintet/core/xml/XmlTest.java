package io.quintet.core.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class XmlTest {
  private static XmlElement parse(String document) {
    return Xml.parse(document.getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(String document, String message) {
    assertThatThrownBy(() -> parse(document)).isInstanceOf(XmlException.class).hasMessage(message);
  }

  @Test
  void elementsHaveAttributesTextAndChildren() {
    XmlElement order =
        parse(
            """
            <?xml version="1.0"?>
            <s:order xmlns:s="urn:shop" id="7" s:state="open"><!-- two -->
              <item count="2">tea &amp; <![CDATA[<milk>]]></item>
              <item>&#xDF;</item>
            </s:order>
            """);
    assertThat(order.name()).isEqualTo("order");
    assertThat(order.attributes()).isEqualTo(Map.of("id", "7", "state", "open"));
    assertThat(order.children()).extracting(XmlElement::text).containsExactly("tea & <milk>", "ß");
    assertThat(order.textOf("item")).contains("tea & <milk>");
    assertThat(order.child("item").orElseThrow().attribute("count")).contains("2");
    assertThat(order.child("none")).isEmpty();
  }

  @Test
  void documentTypesAndEntitiesAreRefused() {
    refused("<!DOCTYPE a><a/>", "a document type is not allowed");
    refused(
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
        "a document type is not allowed");
    refused(
        "<!DOCTYPE a [<!ENTITY x \"xx\"><!ENTITY y \"&x;&x;\">]><a>&y;</a>",
        "a document type is not allowed");
    refused("<a>&x;</a>", "not well-formed: line 1, column 7");
  }

  @Test
  void mistakesAreLocated() {
    refused("<a>\n<b></a>", "not well-formed: line 2, column 6");
    refused("", "not well-formed: line 1, column 1");
    refused("<a/><b/>", "not well-formed: line 1, column 6");
  }

  @Test
  void nestingIsLimited() {
    String deep = "<a>".repeat(201) + "</a>".repeat(201);
    assertThat(parse(deep).name()).isEqualTo("a");
    refused("<a>" + deep + "</a>", "nested more than 200 levels deep");
    refused("<a>".repeat(1_000_000), "nested more than 200 levels deep");
  }
}
