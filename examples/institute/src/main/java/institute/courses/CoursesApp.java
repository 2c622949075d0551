package institute.courses;

import io.quintet.core.App;

/** The courses. */
public final class CoursesApp implements App {}
