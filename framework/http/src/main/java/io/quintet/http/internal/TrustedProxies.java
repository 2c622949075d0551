package io.quintet.http.internal;

import io.quintet.http.Request;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who the client is when a trusted proxy stands between. */
public final class TrustedProxies {
  /**
   * The client as the proxy names it.
   *
   * @param scheme http or https
   * @param host the host it asked for
   * @param address its IP address
   */
  public record Client(String scheme, String host, String address) {}

  private record Network(byte[] address, int bits) {
    boolean contains(byte[] other) {
      if (other.length != address.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private static final int LONGEST = 1_000;
  private static final String NUMBER = "(0|[1-9][0-9]{0,2})";
  private static final Pattern FOUR_NUMBERS = Pattern.compile(NUMBER + "(\\." + NUMBER + "){3}");

  private final List<Network> networks;

  private TrustedProxies(List<Network> networks) {
    this.networks = networks;
  }

  /**
   * Proxies by address or network, such as {@code 127.0.0.1} or {@code 10.0.0.0/8}.
   *
   * @throws IllegalArgumentException if one is neither
   */
  public static TrustedProxies of(List<String> entries) {
    List<Network> networks = new ArrayList<>();
    for (String entry : entries) {
      networks.add(network(entry.strip()));
    }
    return new TrustedProxies(List.copyOf(networks));
  }

  /** The client behind a trusted proxy; empty if the connection does not come from one. */
  public Optional<Client> client(Request request) {
    if (networks.isEmpty() || !isTrusted(request.remoteAddress())) {
      return Optional.empty();
    }
    String scheme = request.header("X-Forwarded-Proto").map(String::strip).orElse("");
    String host = request.header("X-Forwarded-Host").map(String::strip).orElse("");
    return Optional.of(
        new Client(
            scheme.equals("https") || scheme.equals("http") ? scheme : request.scheme(),
            host.isEmpty() ? request.host() : host,
            address(request)));
  }

  /**
   * The last address that is not itself a trusted proxy: what stands before it, a client may have
   * invented.
   */
  private String address(Request request) {
    String line = String.join(",", request.headers().all("X-Forwarded-For"));
    if (line.isEmpty() || line.length() > LONGEST) {
      return request.remoteAddress();
    }
    String[] hops = line.split(",", -1);
    for (int i = hops.length - 1; i >= 0; i--) {
      String hop = hops[i].strip();
      if (parse(hop).isEmpty()) {
        return request.remoteAddress();
      }
      if (!isTrusted(hop)) {
        return hop;
      }
    }
    return hops[0].strip();
  }

  private boolean isTrusted(String address) {
    return parse(address)
        .filter(bytes -> networks.stream().anyMatch(network -> network.contains(bytes)))
        .isPresent();
  }

  private static Network network(String entry) {
    int slash = entry.indexOf('/');
    String address = slash < 0 ? entry : entry.substring(0, slash);
    byte[] bytes =
        parse(address)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "Trusted proxy '"
                        + entry
                        + "' is no IP address or network; write 10.1.2.3 or 10.0.0.0/8"));
    int most = bytes.length * 8;
    int bits = most;
    if (slash >= 0) {
      String digits = entry.substring(slash + 1);
      bits = digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : -1;
    }
    if (bits < 0 || bits > most) {
      throw new IllegalArgumentException(
          "Trusted proxy '" + entry + "': the part after / must be from 0 to " + most);
    }
    return new Network(bytes, bits);
  }

  /**
   * An IPv4 address has four numbers without leading zeros: other spellings ({@code 010.8.8.8},
   * {@code 10.1}) mean different addresses to different programs.
   */
  private static Optional<byte[]> parse(String address) {
    if (address.indexOf(':') < 0 && !FOUR_NUMBERS.matcher(address).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(address).getAddress());
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
