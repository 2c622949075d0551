package institute.courses.migrations;

import io.quintet.orm.migrations.Migration;

/** Create model Course. */
public final class M0001_initial extends Migration {
  public M0001_initial() {
    super("courses", "0001_initial");
    operations(
        createModel("Course")
            .fields(
                id(),
                varchar("title", 120),
                varchar("slug", 50).unique(),
                varchar("summary", 300),
                text("body"),
                text("outcomeLines"),
                text("syllabusLines"),
                varchar("level", 32),
                integer("weeks"),
                decimal("price", 8, 2),
                varchar("picture", 100).nullable(),
                varchar("drawing", 100),
                date("startsOn"))
            .index("courses_course_level_starts_on_idx", "level", "startsOn")
            .check("courses_course_check_1", "weeks >= 1")
            .ordering("startsOn"));
  }
}
