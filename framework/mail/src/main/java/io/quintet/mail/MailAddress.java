package io.quintet.mail;

import java.net.IDN;

/**
 * A mail address with the name of who is behind it.
 *
 * @param name the name as people read it; may be empty
 * @param address the address itself; the domain may hold letters of any script
 */
public record MailAddress(String name, String address) {
  private static final int MAX_LENGTH = 254;
  private static final int MAX_LOCAL = 64;
  private static final String LOCAL_EXTRA = "!#$%&'*+-/=?^_`{|}~";

  /**
   * An address.
   *
   * @throws MailException if the address is not one, or the name holds control characters
   */
  public MailAddress {
    HeaderText.require("The name of " + HeaderText.printable(address), name);
    requireAddress(address);
  }

  /**
   * Reads an address.
   *
   * @param text {@code ann@example.org} or {@code Ann Example <ann@example.org>}
   * @return the address
   * @throws MailException if it is neither
   */
  public static MailAddress parse(String text) {
    String whole = text.strip();
    int open = whole.lastIndexOf('<');
    if (open < 0 || !whole.endsWith(">")) {
      return new MailAddress("", whole);
    }
    String name = whole.substring(0, open).strip();
    if (name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"")) {
      name = unquote(name.substring(1, name.length() - 1));
    }
    return new MailAddress(name, whole.substring(open + 1, whole.length() - 1).strip());
  }

  /**
   * Tells whether a text can be read as an address.
   *
   * @param text the text
   * @return true if {@link #parse} accepts it
   */
  public static boolean isValid(String text) {
    try {
      parse(text);
      return true;
    } catch (MailException e) {
      return false;
    }
  }

  /**
   * The part after the at sign, as mail servers know it.
   *
   * @return the domain in ASCII
   */
  public String asciiDomain() {
    return toAscii(domainOf(address));
  }

  /**
   * The address as mail servers know it.
   *
   * @return the address in ASCII
   */
  public String asciiAddress() {
    return address.substring(0, address.lastIndexOf('@') + 1) + asciiDomain();
  }

  private static String domainOf(String address) {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  private static String toAscii(String domain) {
    return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
  }

  private static String unquote(String quoted) {
    StringBuilder text = new StringBuilder(quoted.length());
    for (int i = 0; i < quoted.length(); i++) {
      if (quoted.charAt(i) == '\\' && i + 1 < quoted.length()) {
        i++;
      }
      text.append(quoted.charAt(i));
    }
    return text.toString();
  }

  private static void requireAddress(String address) {
    int at = address.lastIndexOf('@');
    if (address.length() > MAX_LENGTH
        || at < 1
        || at > MAX_LOCAL
        || !isLocalPart(address.substring(0, at))
        || !isDomain(domainOf(address))) {
      throw new MailException(
          "\"%s\" is no mail address; write it as ann@example.org or Ann Example <ann@example.org>, one at a time"
              .formatted(HeaderText.printable(address)));
    }
  }

  private static boolean isLocalPart(String local) {
    if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
      return false;
    }
    return local
        .chars()
        .allMatch(c ->
            c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '.'
                || LOCAL_EXTRA.indexOf(c) >= 0);
  }

  private static boolean isDomain(String domain) {
    if (domain.isEmpty() || domain.startsWith(".") || domain.endsWith(".")) {
      return false;
    }
    try {
      return !toAscii(domain).isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** As people write it: {@code Ann Example <ann@example.org>}. */
  @Override
  public String toString() {
    return name.isEmpty() ? address : name + " <" + address + ">";
  }
}
