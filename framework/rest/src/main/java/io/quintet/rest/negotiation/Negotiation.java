package io.quintet.rest.negotiation;

import io.quintet.http.MediaType;
import io.quintet.http.Request;
import io.quintet.rest.ApiErrors;
import java.util.ArrayList;
import java.util.List;

/** Chooses the format of an answer: {@code ?format=} first, then the header Accept. */
public final class Negotiation {
  private static final String PARAMETER = "format";

  private Negotiation() {}

  /**
   * The renderer for a request; of several that fit, the most specific range of the client counts,
   * then the order of the renderers.
   *
   * @throws io.quintet.http.HttpError 404 for an unknown format, 406 when none is acceptable
   */
  public static Renderer choose(Request request, List<Renderer> renderers) {
    String format = request.query().get(PARAMETER, "");
    List<Renderer> offered =
        format.isEmpty()
            ? renderers
            : renderers.stream().filter(r -> r.format().equals(format)).toList();
    if (offered.isEmpty()) {
      throw ApiErrors.notFound();
    }
    List<MediaType> accepted = accepted(request);
    for (int level = 3; level >= 0; level--) {
      for (Renderer renderer : offered) {
        MediaType type = MediaType.parse(renderer.mediaType());
        for (MediaType range : accepted) {
          if (specificity(range) == level && range.includes(type)) {
            return renderer;
          }
        }
      }
    }
    throw ApiErrors.notAcceptable();
  }

  private static List<MediaType> accepted(Request request) {
    List<MediaType> found = new ArrayList<>();
    for (String part : request.headers().joined("Accept").orElse("*/*").split(",")) {
      try {
        found.add(MediaType.parse(part.strip()));
      } catch (RuntimeException malformed) {
        continue;
      }
    }
    return found;
  }

  private static int specificity(MediaType range) {
    if (range.type().equals("*")) {
      return 0;
    }
    if (range.subtype().equals("*")) {
      return 1;
    }
    boolean plain = range.parameters().keySet().stream().allMatch(p -> p.equalsIgnoreCase("q"));
    return plain ? 2 : 3;
  }
}
