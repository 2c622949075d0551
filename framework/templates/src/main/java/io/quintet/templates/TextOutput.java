package io.quintet.templates;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Outputs that collect characters. */
abstract class TextOutput extends Output {
  private TextOutput() {}

  @Override
  void append(StaticText text) {
    append(text.text());
  }

  /** In memory. */
  static final class Buffer extends TextOutput {
    private final StringBuilder text = new StringBuilder(256);

    @Override
    public void append(String more) {
      text.append(more);
    }

    @Override
    public void append(long number) {
      text.append(number);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  /** Into a writer or string builder. */
  static final class Chars extends TextOutput {
    private final Appendable target;

    Chars(Appendable target) {
      this.target = target;
    }

    @Override
    public void append(String text) {
      try {
        target.append(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
