package io.quintet.benchmarks.orm;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a peer has read of a post, to compare peers with.
 *
 * @param author the name of its author; null when that was not asked for
 * @param category the name of its category; null when that was not asked for
 * @param tags the names of its tags in order; empty when they were not asked for
 */
record PostView(
    long id,
    String title,
    String slug,
    String body,
    Instant publishedAt,
    long authorId,
    long categoryId,
    @Nullable String author,
    @Nullable String category,
    List<String> tags) {
  /** How much of a post was asked for. */
  enum Depth {
    /** Its own columns. */
    ROW,
    /** Its author too. */
    AUTHOR,
    /** Its author, category and tags too. */
    ALL
  }

  PostView {
    tags = tags.stream().sorted().toList();
  }
}
