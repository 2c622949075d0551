package io.quintet.conformance.orm.models;

import io.quintet.orm.annotation.Label;
import io.quintet.orm.annotation.Stored;

/** How a profile looks. */
public enum Theme {
  @Stored("light")
  @Label("Light")
  LIGHT,
  @Stored("dark")
  @Label("Dark")
  DARK
}
