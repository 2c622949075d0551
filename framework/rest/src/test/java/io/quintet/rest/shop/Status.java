package io.quintet.rest.shop;

import io.quintet.orm.annotation.Label;
import io.quintet.orm.annotation.Stored;

/** Whether a product is sold. */
public enum Status {
  /** Not yet. */
  @Label("In the making")
  @Stored("draft")
  DRAFT,
  /** Now. */
  @Label("On sale")
  @Stored("sale")
  ON_SALE
}
