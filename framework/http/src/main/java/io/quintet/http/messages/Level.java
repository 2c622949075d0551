package io.quintet.http.messages;

import java.util.Locale;

/** How important a message is. */
public enum Level {
  /** For developers. */
  DEBUG(10),
  /** For the visitor to know. */
  INFO(20),
  /** Something worked. */
  SUCCESS(25),
  /** Something needs care. */
  WARNING(30),
  /** Something did not work. */
  ERROR(40);

  private final int number;

  Level(int number) {
    this.number = number;
  }

  /** Django's number of the level. */
  public int number() {
    return number;
  }

  /** The CSS class: the name in lower case. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
