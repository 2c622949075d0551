package io.quintet.http;

import java.util.HashMap;
import java.util.Map;

/** The content types of well-known file name extensions. */
final class MediaTypes {
  private static final String TABLE =
      """
      text/html html htm
      text/css css
      text/plain txt text log
      text/csv csv
      text/markdown md
      text/calendar ics
      text/javascript js mjs
      text/vtt vtt
      application/json json map
      application/manifest+json webmanifest
      application/xml xml xsl
      application/rss+xml rss
      application/atom+xml atom
      application/pdf pdf
      application/zip zip
      application/gzip gz
      application/x-tar tar
      application/wasm wasm
      application/octet-stream bin
      application/msword doc
      application/vnd.ms-excel xls
      application/vnd.openxmlformats-officedocument.wordprocessingml.document docx
      application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx
      application/vnd.openxmlformats-officedocument.presentationml.presentation pptx
      application/vnd.oasis.opendocument.text odt
      application/vnd.oasis.opendocument.spreadsheet ods
      image/png png
      image/jpeg jpg jpeg
      image/gif gif
      image/webp webp
      image/avif avif
      image/svg+xml svg
      image/x-icon ico
      image/bmp bmp
      image/tiff tif tiff
      audio/mpeg mp3
      audio/ogg ogg
      audio/wav wav
      video/mp4 mp4
      video/webm webm
      video/quicktime mov
      font/woff woff
      font/woff2 woff2
      font/ttf ttf
      font/otf otf
      """;

  private MediaTypes() {}

  static Map<String, String> byExtension() {
    Map<String, String> types = new HashMap<>();
    for (String line : TABLE.split("\n")) {
      String[] words = line.split(" ");
      for (int i = 1; i < words.length; i++) {
        types.put(words[i], words[0]);
      }
    }
    return Map.copyOf(types);
  }
}
