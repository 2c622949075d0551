package institute.courses;

import io.quintet.admin.Admin;
import io.quintet.admin.ModelAdmin;
import io.quintet.core.App;
import io.quintet.core.AppConfig;

/** The courses. */
public final class CoursesApp implements App {
  @Override
  public void configure(AppConfig config) {
    config.add(
        Admin.MODELS,
        ModelAdmin.of(Course.class)
            .columns("title", "level", "weeks", "price", "startsOn")
            .search("title", "summary")
            .filters("level", "startsOn")
            .prepopulated("slug", "title"));
  }
}
