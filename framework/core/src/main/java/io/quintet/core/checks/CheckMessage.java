package io.quintet.core.checks;

/**
 * One finding of a system check.
 *
 * @param level how serious
 * @param id stable, to be looked up and silenced: {@code orm.E001}
 * @param text what is wrong and where
 * @param hint what to do; may be empty
 */
public record CheckMessage(Level level, String id, String text, String hint) {

  /** How serious a finding is. */
  public enum Level {
    /** Worth knowing. */
    INFO,
    /** Works, but probably not as meant. */
    WARNING,
    /** The site must not start. */
    ERROR
  }

  /** Worth knowing. */
  public static CheckMessage info(String id, String text, String hint) {
    return new CheckMessage(Level.INFO, id, text, hint);
  }

  /** Works, but probably not as meant. */
  public static CheckMessage warning(String id, String text, String hint) {
    return new CheckMessage(Level.WARNING, id, text, hint);
  }

  /** The site must not start. */
  public static CheckMessage error(String id, String text, String hint) {
    return new CheckMessage(Level.ERROR, id, text, hint);
  }
}
