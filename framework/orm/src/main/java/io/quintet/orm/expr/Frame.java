package io.quintet.orm.expr;

import org.jspecify.annotations.Nullable;

/**
 * Which rows around the row at hand a window function sees.
 *
 * @param unit what the bounds count
 * @param start the first row: negative before the row at hand, 0 for itself, null for no bound
 * @param end the last row, counted alike
 */
public record Frame(Unit unit, @Nullable Integer start, @Nullable Integer end) {
  /** What the bounds of a frame count. */
  public enum Unit {
    /** Rows. */
    ROWS,
    /** Values of what the window is sorted by. */
    RANGE
  }

  /** Checks that it does not end before it starts. */
  public Frame {
    if (start != null && end != null && start > end) {
      throw new IllegalArgumentException(
          "A frame starts at %d and ends at %d, before its start. Give the lesser first."
              .formatted(start, end));
    }
  }

  /** From so many rows to so many rows: negative before the row at hand, positive after it. */
  public static Frame rows(int start, int end) {
    return new Frame(Unit.ROWS, start, end);
  }

  /** All rows up to the row at hand. */
  public static Frame rowsToCurrent() {
    return new Frame(Unit.ROWS, null, 0);
  }

  /** The row at hand and all after it. */
  public static Frame rowsFromCurrent() {
    return new Frame(Unit.ROWS, 0, null);
  }

  /** All rows of the partition. */
  public static Frame allRows() {
    return new Frame(Unit.ROWS, null, null);
  }
}
