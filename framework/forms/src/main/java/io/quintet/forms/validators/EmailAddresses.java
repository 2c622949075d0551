package io.quintet.forms.validators;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import io.quintet.core.text.IpAddresses;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides what an e-mail address is, as Django does: stricter than RFC 5322 in the domain. */
final class EmailAddresses {
  private static final int MAX_LENGTH = 320;
  private static final String ATOM = "[-!#$%&'*+/=?^_`{}|~0-9A-Z]+";
  private static final Pattern USER =
      Pattern.compile(
          ATOM
              + "(\\."
              + ATOM
              + ")*|\"([\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f!#-\\[\\]-\\x7f]"
              + "|\\\\[\\x01-\\x09\\x0b\\x0c\\x0e-\\x7f])*+\"",
          CASE_INSENSITIVE);
  private static final Pattern LITERAL = Pattern.compile("\\[([A-F0-9:.]+)]", CASE_INSENSITIVE);

  private EmailAddresses() {}

  static boolean isValid(String text) {
    int at = text.lastIndexOf('@');
    if (at < 0 || text.length() > MAX_LENGTH) {
      return false;
    }
    String domain = text.substring(at + 1);
    return USER.matcher(text.substring(0, at)).matches()
        && (domain.equals("localhost") || isDomain(domain));
  }

  private static boolean isDomain(String domain) {
    if (WebAddresses.isMailDomain(domain)) {
      return true;
    }
    Matcher literal = LITERAL.matcher(domain);
    return literal.matches()
        && (IpAddresses.isIpv4(literal.group(1)) || IpAddresses.isIpv6(literal.group(1)));
  }
}
