package io.quintet.forms.widgets;

/** What a clearable file input was asked to do instead of, or beside, taking a new file. */
public enum FileChoice {
  /** Remove the file that is there. */
  CLEAR,
  /** Remove it and store a new one: a contradiction. */
  BOTH
}
