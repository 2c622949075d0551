package io.quintet.cache.internal;

/** The byte that says which type follows. These are stored: never change one, only add. */
final class Tag {
  static final byte FORMAT = 1;

  static final byte NULL = 'n';
  static final byte TRUE = 't';
  static final byte FALSE = 'f';
  static final byte TEXT = 'S';
  static final byte BYTES = 'B';
  static final byte INTEGER = 'i';
  static final byte LONG = 'l';
  static final byte FLOAT = 'g';
  static final byte DOUBLE = 'd';
  static final byte BIG_INTEGER = 'I';
  static final byte BIG_DECIMAL = 'D';
  static final byte UUID = 'u';
  static final byte INSTANT = 'z';
  static final byte LOCAL_DATE = 'a';
  static final byte LOCAL_TIME = 'b';
  static final byte LOCAL_DATE_TIME = 'c';
  static final byte OFFSET_DATE_TIME = 'o';
  static final byte ZONED_DATE_TIME = 'Z';
  static final byte DURATION = 'p';
  static final byte LIST = 'L';
  static final byte SET = 'E';
  static final byte MAP = 'M';

  private Tag() {}
}
