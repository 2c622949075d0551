package io.quintet.core.json;

import io.quintet.core.QuintetException;
import org.jspecify.annotations.Nullable;

/** Text is no JSON, or a value has no JSON form. */
public final class JsonException extends QuintetException {
  private static final long serialVersionUID = 1L;
  private final int line;
  private final int column;

  JsonException(String message, int line, int column, @Nullable Throwable cause) {
    super(message, cause);
    this.line = line;
    this.column = column;
  }

  /** The line of the mistake, from 1; 0 when unknown. */
  public int line() {
    return line;
  }

  /** The column of the mistake, from 1; 0 when unknown. */
  public int column() {
    return column;
  }
}
