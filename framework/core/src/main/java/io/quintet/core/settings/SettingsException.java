package io.quintet.core.settings;

import io.quintet.core.ImproperlyConfigured;
import java.util.List;

/** Settings are wrong; the message lists every problem that was found. */
public final class SettingsException extends ImproperlyConfigured {
  private static final long serialVersionUID = 1L;
  private final transient List<String> problems;

  SettingsException(List<String> problems) {
    super(
        (problems.size() == 1 ? "A setting is wrong:" : problems.size() + " settings are wrong:")
            + problems.stream().map(problem -> "\n  " + problem).reduce("", String::concat)
            + "\nRun './manage settings' to see every setting, its value and its meaning.");
    this.problems = List.copyOf(problems);
  }

  /** One sentence a problem. */
  public List<String> problems() {
    return problems;
  }
}
