package io.quintet.forms.widgets;

import java.util.List;

/** What a select, radio or checkbox list offers: an option, or a group of them under a heading. */
public sealed interface Option {
  /**
   * One option.
   *
   * @param value what is sent
   * @param label what is shown
   */
  record Choice(String value, Object label) implements Option {}

  /**
   * Options under a heading.
   *
   * @param label the heading
   * @param choices the options
   */
  record Group(String label, List<Choice> choices) implements Option {
    /** Copies the options. */
    public Group {
      choices = List.copyOf(choices);
    }
  }

  /** An option whose label is text. */
  static Choice of(String value, String label) {
    return new Choice(value, label);
  }
}
