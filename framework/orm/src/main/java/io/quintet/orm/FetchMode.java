package io.quintet.orm;

/** What happens when a relation is read that the query did not fetch. */
public enum FetchMode {
  /** It is loaded for all rows of the same result, in one statement. */
  PEERS,
  /** It is loaded for this row only. */
  ONE,
  /** It is an error. */
  RAISE
}
