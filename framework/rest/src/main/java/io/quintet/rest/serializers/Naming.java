package io.quintet.rest.serializers;

/** How the components of a record are named in JSON. */
public enum Naming {
  /** As they are: {@code publishedAt}. */
  AS_DECLARED,
  /** In lower case with underscores: {@code published_at}. */
  SNAKE_CASE
}
