package io.quintet.storage;

import io.quintet.storage.ImageInfo.Format;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads the header of one image; never more than {@value #MAX_BYTES} bytes. */
final class ImageHeader {
  private static final int MAX_BYTES = 4 << 20;

  private final InputStream in;
  private int read;

  ImageHeader(InputStream in) {
    this.in = in;
  }

  ImageInfo read() throws IOException {
    Optional<String> type = ContentTypes.sniff(in);
    try {
      return switch (type.orElse("")) {
        case "image/png" -> png();
        case "image/jpeg" -> jpeg();
        case "image/gif" -> gif();
        case "image/webp" -> webp();
        default ->
            throw new InvalidImageException(
                "The content is "
                    + type.map(found -> "of type " + found).orElse("of no known type")
                    + "; allowed are PNG, JPEG, GIF and WebP images");
      };
    } catch (EOFException e) {
      throw new InvalidImageException("The image ends within its header");
    }
  }

  private ImageInfo png() throws IOException {
    skip(8);
    int length = int32();
    if (length != 13 || !ascii(4).equals("IHDR")) {
      throw new InvalidImageException("The PNG image does not begin with its IHDR chunk");
    }
    return new ImageInfo(Format.PNG, int32(), int32());
  }

  private ImageInfo gif() throws IOException {
    skip(6);
    return new ImageInfo(Format.GIF, little(2), little(2));
  }

  private ImageInfo jpeg() throws IOException {
    skip(2);
    while (true) {
      int marker = marker();
      if (isStartOfFrame(marker)) {
        skip(3);
        int height = int16();
        return new ImageInfo(Format.JPEG, int16(), height);
      }
      if (marker == 0xD9 || marker == 0xDA) {
        throw new InvalidImageException("The JPEG image has no frame header before its data");
      }
      if (marker != 0x01 && (marker < 0xD0 || marker > 0xD7)) {
        int length = int16();
        if (length < 2) {
          throw new InvalidImageException("The JPEG image holds a segment of length " + length);
        }
        skip(length - 2);
      }
    }
  }

  private int marker() throws IOException {
    if (int8() != 0xFF) {
      throw new InvalidImageException("The JPEG image is broken: a marker was expected");
    }
    int code = int8();
    while (code == 0xFF) {
      code = int8();
    }
    return code;
  }

  private static boolean isStartOfFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private ImageInfo webp() throws IOException {
    skip(12);
    String chunk = ascii(4);
    skip(4);
    return switch (chunk) {
      case "VP8 " -> {
        skip(3);
        if (int8() != 0x9D || int8() != 0x01 || int8() != 0x2A) {
          throw new InvalidImageException("The WebP image has no key frame");
        }
        yield new ImageInfo(Format.WEBP, little(2) & 0x3FFF, little(2) & 0x3FFF);
      }
      case "VP8L" -> {
        if (int8() != 0x2F) {
          throw new InvalidImageException("The lossless WebP image lacks its signature");
        }
        int bits = little(4);
        yield new ImageInfo(Format.WEBP, (bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1);
      }
      case "VP8X" -> {
        skip(4);
        yield new ImageInfo(Format.WEBP, little(3) + 1, little(3) + 1);
      }
      default -> throw new InvalidImageException("The WebP image begins with an unknown chunk");
    };
  }

  private int int8() throws IOException {
    int value = in.read();
    if (value < 0) {
      throw new EOFException();
    }
    if (++read > MAX_BYTES) {
      throw new InvalidImageException("The image's header is longer than 4 MiB");
    }
    return value;
  }

  private int int16() throws IOException {
    return int8() << 8 | int8();
  }

  private int int32() throws IOException {
    return int16() << 16 | int16();
  }

  private int little(int bytes) throws IOException {
    int value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= int8() << (8 * i);
    }
    return value;
  }

  private String ascii(int bytes) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bytes; i++) {
      text.append((char) int8());
    }
    return text.toString();
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      int8();
    }
  }
}
