package io.quintet.orm.annotation;

/** What happens to a row when the row that its foreign key points to is deleted. */
public enum OnDelete {
  /** It is deleted too. */
  CASCADE,
  /** The deletion is refused. */
  PROTECT,
  /** The deletion is refused, unless this row goes in the same deletion by another way. */
  RESTRICT,
  /** Its foreign key becomes null. */
  SET_NULL,
  /** Its foreign key gets the value that a new entity has. */
  SET_DEFAULT,
  /** Nothing; the database may refuse. */
  DO_NOTHING
}
