package io.quintet.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Content types, by what the bytes are and by what the name says. */
public final class ContentTypes {
  /** The type of bytes nothing is known of. */
  public static final String UNKNOWN = "application/octet-stream";

  /** Bytes of a file's beginning that {@link #sniff(byte[])} looks at. */
  public static final int SNIFF_BYTES = 64;

  private record Signature(String type, int offset, byte[] bytes) {
    boolean matches(byte[] head) {
      if (head.length < offset + bytes.length) {
        return false;
      }
      for (int i = 0; i < bytes.length; i++) {
        if (head[offset + i] != bytes[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Signature> SIGNATURES =
      List.of(
          hex("image/png", 0, "89504E470D0A1A0A"),
          hex("image/jpeg", 0, "FFD8FF"),
          text("image/gif", 0, "GIF87a"),
          text("image/gif", 0, "GIF89a"),
          text("image/webp", 8, "WEBP"),
          text("image/avif", 4, "ftypavif"),
          text("image/heic", 4, "ftypheic"),
          text("image/bmp", 0, "BM"),
          hex("image/tiff", 0, "49492A00"),
          hex("image/tiff", 0, "4D4D002A"),
          hex("image/x-icon", 0, "00000100"),
          text("application/pdf", 0, "%PDF-"),
          hex("application/zip", 0, "504B0304"),
          hex("application/zip", 0, "504B0506"),
          hex("application/gzip", 0, "1F8B08"),
          hex("application/x-7z-compressed", 0, "377ABCAF271C"),
          hex("application/x-ole-storage", 0, "D0CF11E0A1B11AE1"),
          text("application/postscript", 0, "%!PS"),
          text("application/rtf", 0, "{\\rtf"),
          text("audio/wav", 8, "WAVE"),
          text("audio/ogg", 0, "OggS"),
          text("audio/flac", 0, "fLaC"),
          text("audio/mpeg", 0, "ID3"),
          hex("audio/mpeg", 0, "FFFB"),
          hex("audio/mpeg", 0, "FFF3"),
          hex("audio/mpeg", 0, "FFF2"),
          text("video/mp4", 4, "ftyp"),
          hex("video/webm", 0, "1A45DFA3"),
          text("font/woff2", 0, "wOF2"),
          text("font/woff", 0, "wOFF"),
          hex("application/wasm", 0, "0061736D"),
          text("application/vnd.sqlite3", 0, "SQLite format 3\0"));

  private static final Map<String, String> BY_EXTENSION =
      Map.ofEntries(
          Map.entry("html", "text/html"),
          Map.entry("htm", "text/html"),
          Map.entry("css", "text/css"),
          Map.entry("js", "text/javascript"),
          Map.entry("mjs", "text/javascript"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("xml", "application/xml"),
          Map.entry("txt", "text/plain"),
          Map.entry("md", "text/markdown"),
          Map.entry("csv", "text/csv"),
          Map.entry("ics", "text/calendar"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("gif", "image/gif"),
          Map.entry("webp", "image/webp"),
          Map.entry("avif", "image/avif"),
          Map.entry("heic", "image/heic"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("bmp", "image/bmp"),
          Map.entry("tif", "image/tiff"),
          Map.entry("tiff", "image/tiff"),
          Map.entry("woff", "font/woff"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("ttf", "font/ttf"),
          Map.entry("otf", "font/otf"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("rtf", "application/rtf"),
          Map.entry("zip", "application/zip"),
          Map.entry("gz", "application/gzip"),
          Map.entry("7z", "application/x-7z-compressed"),
          Map.entry("tar", "application/x-tar"),
          Map.entry("doc", "application/msword"),
          Map.entry("xls", "application/vnd.ms-excel"),
          Map.entry("ppt", "application/vnd.ms-powerpoint"),
          Map.entry(
              "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
          Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
          Map.entry(
              "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
          Map.entry("odt", "application/vnd.oasis.opendocument.text"),
          Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
          Map.entry("odp", "application/vnd.oasis.opendocument.presentation"),
          Map.entry("epub", "application/epub+zip"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("ogg", "audio/ogg"),
          Map.entry("flac", "audio/flac"),
          Map.entry("wav", "audio/wav"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("webm", "video/webm"),
          Map.entry("wasm", "application/wasm"));

  private ContentTypes() {}

  /**
   * The type that the first bytes of a stream show. Reads at most {@value #SNIFF_BYTES} bytes and
   * closes nothing; a stream that supports marks is left where it was.
   *
   * @param in the content from its beginning
   * @return the type, or empty if no signature matches (plain text and HTML have none)
   * @throws IOException if the stream cannot be read
   */
  public static Optional<String> sniff(InputStream in) throws IOException {
    boolean marks = in.markSupported();
    if (marks) {
      in.mark(SNIFF_BYTES);
    }
    byte[] head = in.readNBytes(SNIFF_BYTES);
    if (marks) {
      in.reset();
    }
    return sniff(head);
  }

  /**
   * The type that first bytes show.
   *
   * @param head the beginning of the content
   * @return the type, or empty if no signature matches
   */
  public static Optional<String> sniff(byte[] head) {
    for (Signature signature : SIGNATURES) {
      if (signature.matches(head) && (signature.offset != 8 || startsWithRiff(head))) {
        return Optional.of(signature.type);
      }
    }
    return Optional.empty();
  }

  /**
   * Tells whether content that begins so can be of a type: what has a signature must show it, what
   * has none must not show that of another.
   *
   * @param contentType the type, without parameters
   * @param head the beginning of the content, {@value #SNIFF_BYTES} bytes if there are so many
   * @return false if the content is something else
   */
  public static boolean agrees(String contentType, byte[] head) {
    Optional<String> sniffed = sniff(head);
    if (contentType.equals(UNKNOWN)) {
      return true;
    }
    return sniffed.isPresent()
        ? sniffed.get().equals(contentType) || holds(sniffed.get(), contentType)
        : SIGNATURES.stream().noneMatch(signature -> signature.type.equals(contentType))
            && !isIn("application/zip", contentType)
            && !isIn("application/x-ole-storage", contentType);
  }

  /** Whether files of a type are made of another that has the signature. */
  private static boolean holds(String container, String contentType) {
    return isIn(container, contentType)
        || container.equals("video/mp4") && contentType.equals("image/heic");
  }

  private static boolean isIn(String container, String contentType) {
    return switch (container) {
      case "application/zip" ->
          contentType.startsWith("application/vnd.openxmlformats-officedocument.")
              || contentType.startsWith("application/vnd.oasis.opendocument.")
              || contentType.equals("application/epub+zip");
      case "application/x-ole-storage" ->
          contentType.equals("application/msword")
              || contentType.equals("application/vnd.ms-excel")
              || contentType.equals("application/vnd.ms-powerpoint");
      default -> false;
    };
  }

  private static boolean startsWithRiff(byte[] head) {
    return head[0] == 'R' && head[1] == 'I' && head[2] == 'F' && head[3] == 'F';
  }

  /**
   * The type that a file name's extension stands for, in any case.
   *
   * @param name a file name or path
   * @return the type; {@link #UNKNOWN} if the extension is not known
   */
  public static String byName(String name) {
    return BY_EXTENSION.getOrDefault(extension(name), UNKNOWN);
  }

  /**
   * Tells whether a browser may show a file of this type within the site. HTML, SVG, XML and
   * scripts from a visitor would act as the site itself: send them as an attachment.
   *
   * @param contentType the type, parameters allowed
   * @return true for pictures other than SVG, audio, video, PDF and plain text
   */
  public static boolean isSafeInline(String contentType) {
    int semicolon = contentType.indexOf(';');
    String type =
        (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
            .strip()
            .toLowerCase(Locale.ROOT);
    return type.startsWith("image/") && !type.equals("image/svg+xml")
        || type.startsWith("audio/")
        || type.startsWith("video/")
        || type.equals("application/pdf")
        || type.equals("text/plain");
  }

  /**
   * The extension of a file name.
   *
   * @param name a file name or path
   * @return the letters after the last dot, in lower case; empty if there are none
   */
  public static String extension(String name) {
    int dot = name.lastIndexOf('.');
    int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    return dot > slash + 1 ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
  }

  private static Signature text(String type, int offset, String ascii) {
    return new Signature(type, offset, ascii.getBytes(StandardCharsets.US_ASCII));
  }

  private static Signature hex(String type, int offset, String digits) {
    return new Signature(type, offset, HexFormat.of().parseHex(digits));
  }
}
