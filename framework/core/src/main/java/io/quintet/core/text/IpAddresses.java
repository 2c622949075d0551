package io.quintet.core.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads IP addresses and writes those of version 6 in their short form. */
public final class IpAddresses {
  /** The most characters of a usual spelling: eight groups of four digits and seven colons. */
  public static final int LONGEST = 39;

  private IpAddresses() {}

  /**
   * An address as it is kept: without space around it, one of version 6 in its short form.
   *
   * @param unpackIpv4 whether {@code ::ffff:192.0.2.1} becomes {@code 192.0.2.1}
   * @return the text without the space around it if it is no address
   */
  public static String kept(String text, boolean unpackIpv4) {
    String address = text.strip();
    if (address.indexOf(':') < 0 || address.length() > LONGEST) {
      return address;
    }
    String small = compress(address, unpackIpv4);
    return small == null ? address : small;
  }

  /** Whether the text is four numbers from 0 to 255 with dots, none with a leading zero. */
  public static boolean isIpv4(String text) {
    return ipv4(text) >= 0;
  }

  /** The address as a number, or -1. */
  private static long ipv4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return -1;
    }
    long address = 0;
    for (String part : parts) {
      if (part.isEmpty() || part.length() > 3 || (part.length() > 1 && part.charAt(0) == '0')) {
        return -1;
      }
      int octet = 0;
      for (int i = 0; i < part.length(); i++) {
        char c = part.charAt(i);
        if (c < '0' || c > '9') {
          return -1;
        }
        octet = octet * 10 + (c - '0');
      }
      if (octet > 255) {
        return -1;
      }
      address = address << 8 | octet;
    }
    return address;
  }

  /** Whether the text is an IPv6 address. */
  public static boolean isIpv6(String text) {
    return parse(text) != null;
  }

  /** The eight groups of an address, or null if the text is not one. */
  private static int @Nullable [] parse(String text) {
    int percent = text.indexOf('%');
    String address = percent < 0 ? text : text.substring(0, percent);
    if (percent >= 0 && (percent == text.length() - 1 || text.indexOf('%', percent + 1) >= 0)) {
      return null;
    }
    if (address.indexOf('/') >= 0 || address.isEmpty()) {
      return null;
    }
    int lastColon = address.lastIndexOf(':');
    if (address.indexOf('.') >= 0) {
      long tail = lastColon < 0 ? -1 : ipv4(address.substring(lastColon + 1));
      if (tail < 0) {
        return null;
      }
      address =
          address.substring(0, lastColon + 1)
              + Integer.toHexString((int) (tail >> 16))
              + ":"
              + Integer.toHexString((int) (tail & 0xffff));
    }
    int gap = address.indexOf("::");
    if (gap >= 0 && address.indexOf("::", gap + 1) >= 0) {
      return null;
    }
    int[] groups = new int[8];
    if (gap < 0) {
      String[] parts = address.split(":", -1);
      return parts.length == 8 && fill(parts, groups, 0) ? groups : null;
    }
    String before = address.substring(0, gap);
    String after = address.substring(gap + 2);
    String[] head = before.isEmpty() ? new String[0] : before.split(":", -1);
    String[] tail = after.isEmpty() ? new String[0] : after.split(":", -1);
    boolean fits = head.length + tail.length <= 7;
    return fits && fill(head, groups, 0) && fill(tail, groups, 8 - tail.length) ? groups : null;
  }

  private static boolean fill(String[] parts, int[] groups, int at) {
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      if (part.isEmpty() || part.length() > 4) {
        return false;
      }
      int group = 0;
      for (int j = 0; j < part.length(); j++) {
        int digit = part.charAt(j) < 128 ? Character.digit(part.charAt(j), 16) : -1;
        if (digit < 0) {
          return false;
        }
        group = group << 4 | digit;
      }
      groups[at + i] = group;
    }
    return true;
  }

  /**
   * An address in its short form: lower case, no leading zeros, the longest run of zeros as {@code
   * ::}; an IPv4 address inside it is kept, or taken out if {@code unpackIpv4}.
   *
   * @return null if the text is not an IPv6 address
   */
  public static @Nullable String compress(String text, boolean unpackIpv4) {
    int[] groups = parse(text);
    if (groups == null) {
      return null;
    }
    boolean mapped = groups[5] == 0xffff;
    for (int i = 0; i < 5; i++) {
      mapped &= groups[i] == 0;
    }
    if (mapped) {
      String ipv4 =
          (groups[6] >> 8)
              + "."
              + (groups[6] & 255)
              + "."
              + (groups[7] >> 8)
              + "."
              + (groups[7] & 255);
      return unpackIpv4 ? ipv4 : "::ffff:" + ipv4;
    }
    int percent = text.indexOf('%');
    return shorten(groups) + (percent < 0 ? "" : text.substring(percent));
  }

  private static String shorten(int[] groups) {
    int bestStart = -1;
    int bestLength = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - i > bestLength) {
        bestStart = i;
        bestLength = end - i;
      }
      i = Math.max(i, end - 1);
    }
    StringBuilder out = new StringBuilder(39);
    for (int i = 0; i < 8; i++) {
      if (i == bestStart) {
        out.append("::");
        i += bestLength - 1;
      } else {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ':') {
          out.append(':');
        }
        out.append(Integer.toHexString(groups[i]));
      }
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }
}
