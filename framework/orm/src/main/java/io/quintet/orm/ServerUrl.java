package io.quintet.orm;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The parts of the address of a database server. */
record ServerUrl(String user, String password, String host, int port, String name, String options) {
  static ServerUrl parse(String url, String product, String scheme, int usualPort) {
    String form = "write %s://user:password@host:%d/name".formatted(scheme, usualPort);
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "the address of the %s database is wrong at character %d; %s, special characters as %%XX"
              .formatted(product, e.getIndex(), form),
          e);
    }
    String name = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
    if (uri.getHost() == null || name.isEmpty()) {
      throw new IllegalArgumentException(
          "the address of the %s database lacks host or name; %s".formatted(product, form));
    }
    String account = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    int colon = account.indexOf(':');
    return new ServerUrl(
        decode(colon < 0 ? account : account.substring(0, colon)),
        decode(colon < 0 ? "" : account.substring(colon + 1)),
        uri.getHost(),
        uri.getPort() < 0 ? usualPort : uri.getPort(),
        name,
        uri.getRawQuery() == null ? "" : uri.getRawQuery());
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
