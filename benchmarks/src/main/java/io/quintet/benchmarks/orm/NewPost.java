package io.quintet.benchmarks.orm;

import java.time.Instant;

/** A post to insert. */
record NewPost(
    String title, String slug, String body, Instant publishedAt, long author, long category) {
  private static final String BODY = "it's <b>lorem</b> ipsum & dolor sit amet. ".repeat(5);

  /** A post with a slug of its own. */
  static NewPost numbered(long number) {
    return new NewPost(
        "Post " + number + ": notes & queries",
        "post-" + number,
        BODY,
        Instant.parse("2026-01-01T12:00:00Z").plusSeconds(number),
        1 + number % BenchmarkDatabase.AUTHORS,
        1 + number % BenchmarkDatabase.CATEGORIES);
  }
}
