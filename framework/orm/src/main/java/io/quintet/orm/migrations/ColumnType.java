package io.quintet.orm.migrations;

import io.quintet.orm.annotation.OnDelete;

/** What a column holds, in words that no database owns; each dialect has its own spelling. */
public sealed interface ColumnType {
  /** Types without parameters. */
  enum Simple implements ColumnType {
    /** A 32-bit key that the database counts up. */
    AUTO,
    /** A 64-bit key that the database counts up. */
    BIG_AUTO,
    /** 16 bits. */
    SMALL_INTEGER,
    /** 32 bits. */
    INTEGER,
    /** 64 bits. */
    BIG_INTEGER,
    /** True or false. */
    BOOLEAN,
    /** Text without a limit. */
    TEXT,
    /** Binary floating point, 64 bits. */
    REAL,
    /** A day. */
    DATE,
    /** A time of day. */
    TIME,
    /** A moment on the time line. */
    TIMESTAMP,
    /** A day and a time of day without a zone. */
    LOCAL_TIMESTAMP,
    /** A length of time, to the microsecond. */
    DURATION,
    /** 128 bits. */
    UUID,
    /** An address of the Internet. */
    IP_ADDRESS,
    /** A JSON document. */
    JSON,
    /** Bytes. */
    BINARY
  }

  /**
   * Text with a limit.
   *
   * @param length the most characters it may have
   */
  record Varchar(int length) implements ColumnType {
    /** Refuses a length under 1. */
    public Varchar {
      if (length < 1) {
        throw new MigrationException("varchar needs a length of at least 1, found " + length + ".");
      }
    }
  }

  /**
   * An exact decimal number.
   *
   * @param digits all digits, those after the point included
   * @param places digits after the point
   */
  record Decimal(int digits, int places) implements ColumnType {
    /** Refuses more places than digits. */
    public Decimal {
      if (digits < 1 || places < 0 || places > digits) {
        throw new MigrationException(
            "decimal needs digits >= places >= 0, found digits "
                + digits
                + ", places "
                + places
                + ".");
      }
    }
  }

  /**
   * A list of values of one type; PostgreSQL only.
   *
   * @param element what each of them is
   */
  record Array(ColumnType element) implements ColumnType {
    /** Refuses elements that no array of ours has. */
    public Array {
      if (element instanceof Array || element instanceof ForeignKey) {
        throw new MigrationException("An array has plain values as its elements, not " + element);
      }
    }
  }

  /**
   * The key of another model; its stored type is that of the target's primary key.
   *
   * @param target the model it points to
   * @param onDelete what happens to this row when the target is deleted
   * @param constraint whether the database checks it
   */
  record ForeignKey(ModelName target, OnDelete onDelete, boolean constraint)
      implements ColumnType {}
}
