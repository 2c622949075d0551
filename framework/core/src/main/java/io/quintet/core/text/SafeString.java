package io.quintet.core.text;

/**
 * Text that is already HTML: escaping leaves it alone.
 *
 * <p>Only mark text that your own code produced from escaped parts; {@link Html#format} does that
 * for you. Concatenating a safe string with a plain one gives a plain string.
 *
 * @param value the HTML
 */
public record SafeString(String value) implements HtmlValue, CharSequence {
  /** The empty safe string. */
  public static final SafeString EMPTY = new SafeString("");

  /** Marks text as HTML. */
  public static SafeString of(String html) {
    return html.isEmpty() ? EMPTY : new SafeString(html);
  }

  @Override
  public String html() {
    return value;
  }

  @Override
  public int length() {
    return value.length();
  }

  @Override
  public char charAt(int index) {
    return value.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return value.substring(start, end);
  }

  @Override
  public String toString() {
    return value;
  }
}
