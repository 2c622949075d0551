package io.quintet.rest.negotiation;

import io.quintet.core.json.Json;
import io.quintet.rest.ApiRequest;
import io.quintet.rest.ApiResponse;

/** Writes compact JSON. */
public final class JsonRenderer implements Renderer {
  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public String format() {
    return "json";
  }

  @Override
  public byte[] render(ApiRequest request, ApiResponse response) {
    return Json.writeBytes(response.data());
  }
}
