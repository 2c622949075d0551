package io.quintet.storage;

import java.io.Serial;

/** A file that was sent straight to a storage is not what had been announced, or not there. */
public final class UploadRefusedException extends StorageException {
  @Serial private static final long serialVersionUID = 1L;

  /** Why an upload is refused. */
  public enum Reason {
    /** The receipt or the address was made up, changed or is too old. */
    EXPIRED,
    /** Nothing was sent. */
    MISSING,
    /** A file is there already. */
    TAKEN,
    /** It has more or fewer bytes than announced. */
    SIZE,
    /** The content is of another type than announced. */
    CONTENT
  }

  /** Why. */
  private final Reason reason;

  UploadRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /**
   * Why it is refused.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }
}
