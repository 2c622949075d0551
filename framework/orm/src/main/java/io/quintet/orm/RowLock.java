package io.quintet.orm;

import java.util.List;

/**
 * How rows are locked by {@code selectForUpdate}.
 *
 * <pre>{@code
 * Order.objects.all().selectRelated("customer").selectForUpdate(RowLock.skipping().of("self", "customer"))
 * }</pre>
 *
 * @param noWait whether a row that another transaction has locked is an error at once
 * @param skipLocked whether such rows are left out
 * @param of the relations whose rows are locked, "self" for the own; the own when there are none
 */
public record RowLock(boolean noWait, boolean skipLocked, List<String> of) {
  /** Copies the list. */
  public RowLock {
    if (noWait && skipLocked) {
      throw new IllegalArgumentException(
          "A lock either fails or skips rows that are locked already, not both. Choose one.");
    }
    of = List.copyOf(of);
  }

  /** Waits for rows that another transaction has locked. */
  public static RowLock waiting() {
    return new RowLock(false, false, List.of());
  }

  /** Fails at once when another transaction has locked a row. */
  public static RowLock failing() {
    return new RowLock(true, false, List.of());
  }

  /** Leaves out rows that another transaction has locked. */
  public static RowLock skipping() {
    return new RowLock(false, true, List.of());
  }

  /** Locks the rows of these relations, by name; "self" for the own. */
  public RowLock of(String... relations) {
    return new RowLock(noWait, skipLocked, List.of(relations));
  }
}
