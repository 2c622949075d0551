package io.quintet.forms.validators;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import io.quintet.core.text.IpAddresses;
import io.quintet.forms.internal.UrlParts;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides what a URL and a domain name are. */
final class WebAddresses {
  private static final int MAX_LENGTH = 2048;
  private static final String UL = "\u00a1-\uffff";
  private static final String SPACE =
      "\\s\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000";
  private static final String OCTET = "(?:0|25[0-5]|2[0-4][0-9]|1[0-9]?[0-9]?|[1-9][0-9]?)";
  private static final String IPV4 = OCTET + "(?:\\." + OCTET + "){3}";
  private static final String IPV6 = "\\[[0-9a-f:.]+\\]";
  private static final String UNICODE_HOST = host(UL);
  private static final String DOMAIN_TAIL = "\\.?";
  private static final Pattern URL =
      Pattern.compile(
          "(?:[a-z0-9.+-]*)://(?:[^"
              + SPACE
              + ":@/]+(?::[^"
              + SPACE
              + ":@/]*)?@)?(?:"
              + IPV4
              + "|"
              + IPV6
              + "|(?:"
              + UNICODE_HOST
              + DOMAIN_TAIL
              + "|localhost))(?::[0-9]{1,5})?(?:[/?#][^"
              + SPACE
              + "]*)?",
          CASE_INSENSITIVE);
  private static final Pattern DOMAIN =
      Pattern.compile(UNICODE_HOST + DOMAIN_TAIL, CASE_INSENSITIVE);
  private static final Pattern ASCII_DOMAIN =
      Pattern.compile(host("") + DOMAIN_TAIL, CASE_INSENSITIVE);
  private static final Pattern BRACKETS = Pattern.compile("\\[(.+)](?::[0-9]{1,5})?");

  private WebAddresses() {}

  /** Labels of a host name, then its last label; {@code letters} are allowed beside ASCII. */
  private static String host(String letters) {
    String letter = "a-z" + letters;
    return "["
        + letter
        + "0-9](?:["
        + letter
        + "0-9-]{0,61}["
        + letter
        + "0-9])?"
        + "(?:\\.(?!-)["
        + letter
        + "0-9-]{1,63}(?<!-))*"
        + "\\.(?!-)(?:["
        + letter
        + "-]{2,63}|xn--[a-z0-9]{1,59})(?<!-)";
  }

  /** A domain after the at sign of an address: no dot at its end. */
  static boolean isMailDomain(String text) {
    return !text.endsWith(".") && DOMAIN.matcher(text).matches();
  }

  static boolean isDomain(String text, boolean unicode) {
    boolean ascii = text.chars().allMatch(c -> c < 128);
    return text.length() <= 255
        && (unicode || ascii)
        && (unicode ? DOMAIN : ASCII_DOMAIN).matcher(text).matches();
  }

  private static boolean isControl(int c) {
    return c < 0x20 || c == 0x7f;
  }

  static boolean isValid(String text, List<String> schemes) {
    if (text.length() > MAX_LENGTH || text.chars().anyMatch(WebAddresses::isControl)) {
      return false;
    }
    int colon = text.indexOf("://");
    String scheme = (colon < 0 ? text : text.substring(0, colon)).toLowerCase(Locale.ROOT);
    if (!schemes.contains(scheme) || !URL.matcher(text).matches()) {
      return false;
    }
    UrlParts parts = UrlParts.split(text);
    if (parts == null) {
      return false;
    }
    Matcher brackets = BRACKETS.matcher(parts.authority());
    if (brackets.find()
        && brackets.end() == parts.authority().length()
        && !IpAddresses.isIpv6(brackets.group(1))) {
      return false;
    }
    String host = parts.host();
    return !host.isEmpty() && host.length() <= 253;
  }
}
