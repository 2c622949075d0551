package io.quintet.core.text;

/**
 * A value that knows its own HTML, already escaped. Escaping takes {@link #html()} as it stands, so
 * an implementation answers for the safety of what it returns.
 */
public interface HtmlValue {
  /** The HTML of this value, safe to write into a page. */
  String html();
}
