package io.quintet.conformance.orm.models;

import io.quintet.orm.annotation.Label;
import io.quintet.orm.annotation.Stored;

/** What somebody does for a book. */
public enum Role {
  @Stored("writer")
  @Label("Writer")
  WRITER,
  @Stored("editor")
  @Label("Editor")
  EDITOR,
  @Stored("illustrator")
  @Label("Illustrator")
  ILLUSTRATOR,
  @Stored("translator")
  @Label("Translator")
  TRANSLATOR
}
