package io.quintet.templates;

import io.quintet.core.text.Html;

/** Where a template's text goes. */
public abstract class Output {
  Output() {}

  /** Writes text as it is: what needs escaping was escaped before. */
  public abstract void append(String text);

  /** Writes text with {@code & < > " '} as character references. */
  public void escape(String text) {
    append(Html.escapeText(text));
  }

  /** Writes the digits of a number. */
  public void append(long number) {
    append(Long.toString(number));
  }

  /** Writes a piece of the template itself. */
  abstract void append(StaticText text);

  /** Collects text in memory; {@link #toString} gives it. */
  static Output buffer() {
    return new TextOutput.Buffer();
  }

  static Output to(Appendable target) {
    return new TextOutput.Chars(target);
  }
}
