package io.quintet.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypesTest {
  @ParameterizedTest
  @CsvSource({
    "89504E470D0A1A0A, image/png",
    "FFD8FFE0, image/jpeg",
    "474946383961, image/gif",
    "524946460000000057454250, image/webp",
    "255044462D312E37, application/pdf",
    "504B0304, application/zip",
    "0000001866747970617669660000, image/avif",
    "00000018667479706D703432, video/mp4"
  })
  void theFirstBytesTellTheType(String hex, String type) {
    assertThat(ContentTypes.sniff(HexFormat.of().parseHex(hex))).contains(type);
  }

  @ParameterizedTest
  @CsvSource({"3C68746D6C3E", "''", "89504E", "000000000000000057454250"})
  void otherBytesTellNothing(String hex) {
    assertThat(ContentTypes.sniff(HexFormat.of().parseHex(hex))).isEmpty();
  }

  @Test
  void aStreamWithMarksIsLeftWhereItWas() throws IOException {
    var in = new ByteArrayInputStream("%PDF-1.7 and more".getBytes());

    assertThat(ContentTypes.sniff(in)).contains("application/pdf");
    assertThat(in.readAllBytes()).hasSize(17);
  }

  @ParameterizedTest
  @CsvSource({
    "a.PNG, image/png",
    "css/site.css, text/css",
    "a.tar.gz, application/gzip",
    "v1.2/README, application/octet-stream",
    ".png, application/octet-stream"
  })
  void theExtensionTellsTheTypeToo(String name, String type) {
    assertThat(ContentTypes.byName(name)).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "image/png, true",
    "IMAGE/JPEG, true",
    "text/plain; charset=utf-8, true",
    "application/pdf, true",
    "image/svg+xml, false",
    "Image/SVG+xml; charset=utf-8, false",
    "text/html, false",
    "application/xhtml+xml, false",
    "application/octet-stream, false"
  })
  void whatCouldActAsTheSiteIsNotShownWithinIt(String type, boolean safe) {
    assertThat(ContentTypes.isSafeInline(type)).isEqualTo(safe);
  }
}
