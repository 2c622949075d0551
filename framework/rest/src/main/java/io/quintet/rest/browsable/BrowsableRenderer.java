package io.quintet.rest.browsable;

import io.quintet.rest.ApiRequest;
import io.quintet.rest.ApiResponse;
import io.quintet.rest.negotiation.Renderer;
import io.quintet.views.Templates;
import java.nio.charset.StandardCharsets;

/** Shows an answer as a page with forms for the requests that the address allows. */
public final class BrowsableRenderer implements Renderer {
  @Override
  public String mediaType() {
    return "text/html";
  }

  @Override
  public String format() {
    return "api";
  }

  @Override
  public String contentType() {
    return "text/html; charset=utf-8";
  }

  @Override
  public byte[] render(ApiRequest request, ApiResponse response) {
    return Templates.render(
            request.http(), "rest/api.html", new ApiPage(request, response).values())
        .getBytes(StandardCharsets.UTF_8);
  }
}
