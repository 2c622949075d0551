package io.quintet.http;

import java.util.function.Supplier;

/**
 * Who is at the other end, and how they came.
 *
 * @param scheme http or https
 * @param host the host with its port, as the client named it
 * @param remote gives the client's IP address; most requests are answered without asking for it
 */
record Peer(String scheme, String host, Supplier<String> remote) {
  String address() {
    return remote.get();
  }

  String origin() {
    return scheme + "://" + host;
  }

  /** A location seen from a path of this host, as an absolute address. */
  String absolute(String location, String path) {
    if (location.contains("://")) {
      return location;
    }
    if (location.startsWith("/")) {
      return origin() + location;
    }
    return origin() + path.substring(0, path.lastIndexOf('/') + 1) + location;
  }
}
