package io.quintet.http.ratelimit;

import java.util.ArrayList;
import java.util.List;

/** One visitor has a whole network of IPv6 addresses, of which each request may use another. */
final class Networks {
  private static final int GROUPS = 8;
  private static final int NETWORK_GROUPS = 4;

  private Networks() {}

  /** The first 64 bits of an IPv6 address; any other text as it is. */
  static String of(String address) {
    if (address.indexOf(':') < 0 || address.indexOf('.') >= 0) {
      return address;
    }
    int gap = address.indexOf("::");
    List<String> groups = groups(gap < 0 ? address : address.substring(0, gap));
    if (gap >= 0) {
      List<String> last = groups(address.substring(gap + 2));
      while (groups.size() + last.size() < GROUPS) {
        groups.add("0");
      }
      groups.addAll(last);
    }
    return groups.size() < NETWORK_GROUPS
        ? address
        : String.join(":", groups.subList(0, NETWORK_GROUPS)) + "::/64";
  }

  private static List<String> groups(String text) {
    List<String> groups = new ArrayList<>();
    for (String group : text.isEmpty() ? new String[0] : text.split(":", -1)) {
      String stripped = group.replaceFirst("^0+(?=.)", "").toLowerCase(java.util.Locale.ROOT);
      groups.add(stripped);
    }
    return groups;
  }
}
