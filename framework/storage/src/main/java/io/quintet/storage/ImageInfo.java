package io.quintet.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Format and size of an image, read from its header: no pixel is decoded, so a small file that
 * would unfold into gigabytes is refused before it can.
 *
 * @param format the file format
 * @param width pixels across, at least 1
 * @param height pixels down, at least 1
 */
public record ImageInfo(Format format, int width, int height) {
  /** Most pixels {@link #read(InputStream)} accepts. */
  public static final long MAX_PIXELS = 50_000_000;

  /** The image formats that are understood. */
  public enum Format {
    /** Portable Network Graphics. */
    PNG("image/png"),
    /** JPEG. */
    JPEG("image/jpeg"),
    /** GIF. */
    GIF("image/gif"),
    /** WebP. */
    WEBP("image/webp");

    private final String contentType;

    Format(String contentType) {
      this.contentType = contentType;
    }

    /**
     * The content type of this format.
     *
     * @return such as {@code image/png}
     */
    public String contentType() {
      return contentType;
    }
  }

  /**
   * Reads an image's header with the default limit of {@value #MAX_PIXELS} pixels.
   *
   * @param in the image from its beginning; not closed
   * @return format and size
   * @throws InvalidImageException if it is no PNG, JPEG, GIF or WebP image, is broken, or has too
   *     many pixels
   * @throws IOException if the stream cannot be read
   */
  public static ImageInfo read(InputStream in) throws IOException {
    return read(in, MAX_PIXELS);
  }

  /**
   * Reads an image's header.
   *
   * @param in the image from its beginning; not closed
   * @param maxPixels most pixels, width times height, to accept
   * @return format and size
   * @throws InvalidImageException if it is no PNG, JPEG, GIF or WebP image, is broken, or has too
   *     many pixels
   * @throws IOException if the stream cannot be read
   */
  public static ImageInfo read(InputStream in, long maxPixels) throws IOException {
    ImageInfo info = new ImageHeader(new BufferedInputStream(in, 512)).read();
    if (info.width < 1 || info.height < 1) {
      throw new InvalidImageException(
          "The %s header gives the size %d x %d".formatted(info.format, info.width, info.height));
    }
    if (info.pixels() > maxPixels) {
      throw new InvalidImageException(
          "The image has %d x %d pixels; at most %d pixels are allowed"
              .formatted(info.width, info.height, maxPixels));
    }
    return info;
  }

  /**
   * The number of pixels.
   *
   * @return width times height
   */
  public long pixels() {
    return (long) width * height;
  }
}
