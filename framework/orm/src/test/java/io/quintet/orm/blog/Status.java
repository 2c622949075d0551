package io.quintet.orm.blog;

import io.quintet.orm.annotation.Label;
import io.quintet.orm.annotation.Stored;

/** How far a post has come. */
public enum Status {
  DRAFT,
  @Label("Waiting for review")
  IN_REVIEW,
  @Stored("pub")
  PUBLISHED
}
