package io.quintet.rest.authentication;

import io.quintet.auth.Auth;
import io.quintet.http.Request;
import io.quintet.rest.ApiErrors;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Name and password in the header {@code Authorization: Basic}; only for use over TLS. */
public final class BasicAuthentication implements Authentication {
  @Override
  public Optional<Credentials> authenticate(Request request) {
    String[] parts = request.headers().get("Authorization", "").strip().split("\\s+");
    if (!parts[0].equalsIgnoreCase("Basic")) {
      return Optional.empty();
    }
    if (parts.length == 1) {
      throw ApiErrors.authenticationFailed("Invalid basic header. No credentials provided.");
    }
    if (parts.length > 2) {
      throw ApiErrors.authenticationFailed(
          "Invalid basic header. Credentials string should not contain spaces.");
    }
    String text = decoded(parts[1]);
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw notEncoded();
    }
    return Optional.of(
        Auth.authenticate(text.substring(0, colon), text.substring(colon + 1))
            .map(user -> new Credentials(user, "basic"))
            .orElseThrow(() -> ApiErrors.authenticationFailed("Invalid username/password.")));
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw notEncoded();
    }
  }

  private static RuntimeException notEncoded() {
    return ApiErrors.authenticationFailed(
        "Invalid basic header. Credentials not correctly base64 encoded.");
  }

  @Override
  public Optional<String> challenge() {
    return Optional.of("Basic realm=\"api\"");
  }

  @Override
  public String schemeName() {
    return "basic";
  }

  @Override
  public Map<String, Object> scheme() {
    return Map.of("type", "http", "scheme", "basic");
  }
}
