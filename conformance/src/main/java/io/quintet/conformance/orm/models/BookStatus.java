package io.quintet.conformance.orm.models;

import io.quintet.orm.annotation.Label;
import io.quintet.orm.annotation.Stored;

/** How far a book has come. */
public enum BookStatus {
  @Stored("draft")
  @Label("Draft")
  DRAFT,
  @Stored("published")
  @Label("Published")
  PUBLISHED,
  @Stored("archived")
  @Label("Archived")
  ARCHIVED
}
