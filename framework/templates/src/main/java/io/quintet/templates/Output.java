package io.quintet.templates;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Where a template's text goes. */
public abstract class Output {
  Output() {}

  /** Writes text as it is: what needs escaping was escaped before. */
  public abstract void append(String text);

  /** Writes a piece of the template itself. */
  abstract void append(StaticText text);

  /** Collects text in memory; {@link #toString} gives it. */
  static Output buffer() {
    return new Buffer();
  }

  static Output to(OutputStream stream) {
    return new Bytes(stream);
  }

  static Output to(Appendable target) {
    return new Chars(target);
  }

  private static final class Buffer extends Output {
    private final StringBuilder text = new StringBuilder(256);

    @Override
    public void append(String more) {
      text.append(more);
    }

    @Override
    void append(StaticText more) {
      text.append(more.text());
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  private static final class Bytes extends Output {
    private final OutputStream stream;

    Bytes(OutputStream stream) {
      this.stream = stream;
    }

    @Override
    public void append(String text) {
      write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    void append(StaticText text) {
      write(text.utf8());
    }

    private void write(byte[] bytes) {
      try {
        stream.write(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class Chars extends Output {
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

    @Override
    void append(StaticText text) {
      append(text.text());
    }
  }
}
