package io.quintet.orm;

import java.util.List;

/** A deletion was refused because relations protect rows. */
public class ProtectedException extends DbException {
  private static final long serialVersionUID = 1L;

  private final transient List<Entity> protectedBy;

  /** An error with a message and the rows that are in the way. */
  public ProtectedException(String message, List<Entity> protectedBy) {
    super(message);
    this.protectedBy = List.copyOf(protectedBy);
  }

  /** The rows that still point to what should be deleted. */
  public List<Entity> protectedBy() {
    return protectedBy;
  }
}
