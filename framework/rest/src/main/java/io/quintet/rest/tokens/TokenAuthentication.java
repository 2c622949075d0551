package io.quintet.rest.tokens;

import io.quintet.auth.User;
import io.quintet.http.Request;
import io.quintet.rest.ApiErrors;
import io.quintet.rest.authentication.Authentication;
import io.quintet.rest.authentication.Credentials;
import java.util.Map;
import java.util.Optional;

/** A token in the header {@code Authorization: Token 9944b09199c62bcf...}. */
public final class TokenAuthentication implements Authentication {
  @Override
  public Optional<Credentials> authenticate(Request request) {
    String[] parts = request.headers().get("Authorization", "").strip().split("\\s+");
    if (!parts[0].equalsIgnoreCase("Token")) {
      return Optional.empty();
    }
    if (parts.length == 1) {
      throw ApiErrors.authenticationFailed("Invalid token header. No credentials provided.");
    }
    if (parts.length > 2) {
      throw ApiErrors.authenticationFailed(
          "Invalid token header. Token string should not contain spaces.");
    }
    Token token =
        Token.objects
            .filter("key", parts[1])
            .selectRelated("user")
            .first()
            .orElseThrow(() -> ApiErrors.authenticationFailed("Invalid token."));
    User user = token.user.get();
    if (!user.isActive) {
      throw ApiErrors.authenticationFailed("User inactive or deleted.");
    }
    return Optional.of(new Credentials(user, "token"));
  }

  @Override
  public Optional<String> challenge() {
    return Optional.of("Token");
  }

  @Override
  public String schemeName() {
    return "token";
  }

  @Override
  public Map<String, Object> scheme() {
    return Map.of(
        "type",
        "apiKey",
        "in",
        "header",
        "name",
        "Authorization",
        "description",
        "The word Token, a space, and the key.");
  }
}
