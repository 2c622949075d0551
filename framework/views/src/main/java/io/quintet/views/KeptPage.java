package io.quintet.views;

import io.quintet.http.Body;
import io.quintet.http.Headers;
import io.quintet.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A response as a value that every cache can hold. */
final class KeptPage {
  private KeptPage() {}

  /** Header lines, an empty line, the content: as HTTP writes it. */
  static byte[] of(Response response) {
    StringBuilder head = new StringBuilder();
    for (Headers.Header header : response.headers().lines()) {
      head.append(header.name()).append(':').append(header.value()).append('\n');
    }
    byte[] start = head.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    byte[] content = response.content();
    byte[] kept = Arrays.copyOf(start, start.length + content.length);
    System.arraycopy(content, 0, kept, start.length, content.length);
    return kept;
  }

  /** The response that was kept. */
  static Response response(byte[] kept) {
    List<Headers.Header> headers = new ArrayList<>();
    int start = 0;
    int end = lineEnd(kept, start);
    while (end > start) {
      String line = new String(kept, start, end - start, StandardCharsets.UTF_8);
      int colon = line.indexOf(':');
      headers.add(new Headers.Header(line.substring(0, colon), line.substring(colon + 1)));
      start = end + 1;
      end = lineEnd(kept, start);
    }
    byte[] content = Arrays.copyOfRange(kept, end + 1, kept.length);
    return Response.of(200).withHeaders(Headers.of(headers)).withBody(new Body.Bytes(content));
  }

  private static int lineEnd(byte[] kept, int from) {
    int end = from;
    while (kept[end] != '\n') {
      end++;
    }
    return end;
  }

  /** The names of the request headers that decided about the page when it was kept. */
  static Optional<List<String>> varyOf(Optional<Object> kept) {
    return kept.filter(List.class::isInstance)
        .map(names -> ((List<?>) names).stream().map(String::valueOf).toList());
  }

  /** The names in {@code Vary}, in lower case and in order. */
  static List<String> varyingBy(Response response) {
    TreeSet<String> names = new TreeSet<>();
    for (String name : words(response.headers().joined("Vary").orElse(null))) {
      names.add(name);
    }
    return List.copyOf(names);
  }

  /** Whether nothing about a response says that it is for one visitor, or not to be kept. */
  static boolean isPublic(Response response) {
    List<String> vary = varyingBy(response);
    List<String> control = words(response.headers().joined("Cache-Control").orElse(null));
    return response.status() == 200
        && response.body() instanceof Body.Bytes
        && response.cookies().isEmpty()
        && !response.headers().has("Set-Cookie")
        && !vary.contains("*")
        && !vary.contains("cookie")
        && !vary.contains("authorization")
        && !control.contains("private")
        && !control.contains("no-store")
        && !control.contains("no-cache")
        && !control.contains("max-age=0");
  }

  private static List<String> words(@Nullable String value) {
    List<String> words = new ArrayList<>();
    if (value != null) {
      for (String word : value.split(",")) {
        if (!word.isBlank()) {
          words.add(word.strip().toLowerCase(Locale.ROOT));
        }
      }
    }
    return words;
  }
}
