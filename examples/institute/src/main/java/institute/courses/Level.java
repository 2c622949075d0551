package institute.courses;

import io.quintet.orm.annotation.Label;

/** What a course asks of its students. */
public enum Level {
  /** Nothing. */
  @Label("Beginner")
  BEGINNER,
  /** Some practice. */
  @Label("Intermediate")
  INTERMEDIATE,
  /** A year of work. */
  @Label("Advanced")
  ADVANCED
}
