package io.quintet.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.storage.ImageInfo.Format;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageInfoTest {
  private static ImageInfo read(byte[] image) throws IOException {
    return ImageInfo.read(new ByteArrayInputStream(image));
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  private static byte[] drawn(String format) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({"png, PNG", "jpg, JPEG", "gif, GIF"})
  void imagesThatTheJdkDrawsAreMeasured(String name, Format format) throws IOException {
    assertThat(read(drawn(name))).isEqualTo(new ImageInfo(format, 40, 30));
  }

  @ParameterizedTest
  @CsvSource({
    "52494646 00000000 57454250 56503820 00000000 300100 9D012A 2800 1E00",
    "52494646 00000000 57454250 5650384C 00000000 2F 27400700",
    "52494646 00000000 57454250 56503858 0A000000 10000000 270000 1D0000"
  })
  void theThreeKindsOfWebpAreMeasured(String digits) throws IOException {
    assertThat(read(hex(digits))).isEqualTo(new ImageInfo(Format.WEBP, 40, 30));
  }

  @Nested
  class Failures {
    @Test
    void aSmallFileThatUnfoldsIntoGigabytesIsRefused() {
      byte[] bomb = hex("89504E470D0A1A0A 0000000D 49484452 0000FFFF 0000FFFF");

      assertThatThrownBy(() -> read(bomb))
          .isInstanceOf(InvalidImageException.class)
          .hasMessage("The image has 65535 x 65535 pixels; at most 50000000 pixels are allowed");
    }

    @Test
    void aScriptWithTheNameOfAnImageIsNoImage() {
      assertThatThrownBy(() -> read("<script>".getBytes()))
          .hasMessage(
              "The content is of no known type; allowed are PNG, JPEG, GIF and WebP images");
      assertThatThrownBy(() -> read("%PDF-1.7".getBytes()))
          .hasMessage(
              "The content is of type application/pdf; allowed are PNG, JPEG, GIF and WebP images");
    }

    @Test
    void anImageThatEndsWithinItsHeaderIsRefused() {
      assertThatThrownBy(() -> read(hex("89504E470D0A1A0A 0000000D 49484452 0000")))
          .hasMessage("The image ends within its header");
    }

    @Test
    void aSizeOfZeroOrLessIsRefused() {
      assertThatThrownBy(() -> read(hex("89504E470D0A1A0A 0000000D 49484452 00000000 00000005")))
          .hasMessage("The PNG header gives the size 0 x 5");
      assertThatThrownBy(() -> read(hex("89504E470D0A1A0A 0000000D 49484452 FFFFFFFF FFFFFFFF")))
          .hasMessage("The PNG header gives the size -1 x -1");
    }

    @Test
    void aJpegWithoutAFrameIsRefused() {
      assertThatThrownBy(() -> read(hex("FFD8 FFE0 0002 FFD9")))
          .hasMessage("The JPEG image has no frame header before its data");
    }
  }
}
