package institute.courses;

import io.quintet.http.routing.Urls;
import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Blank;
import io.quintet.orm.annotation.Check;
import io.quintet.orm.annotation.Help;
import io.quintet.orm.annotation.Image;
import io.quintet.orm.annotation.Index;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Slug;
import io.quintet.orm.annotation.Text;
import io.quintet.orm.annotation.Unique;
import io.quintet.storage.StoredFile;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

// snippet: model
/** A course of some weeks, with a price and a next start. */
@Model(ordering = "startsOn")
@Index({"level", "startsOn"})
@Check(value = "weeks >= 1", message = "A course lasts at least one week.")
public class Course extends Entity {
  @NotBlank
  @Size(max = 120)
  public String title = "";

  @Slug @Unique public String slug = "";

  @Size(max = 300)
  @Help("Two sentences for the list of courses.")
  public String summary = "";

  @Text
  @Help("Markdown. A list under the heading 'Syllabus' is shown as the syllabus.")
  public String body = "";

  public Level level = Level.BEGINNER;

  @Min(1)
  public int weeks = 1;

  @Digits(integer = 6, fraction = 2)
  public BigDecimal price = BigDecimal.ZERO;

  @Image(uploadTo = "courses/%Y")
  public @Nullable StoredFile picture;

  /** The drawing shown until a picture is uploaded. */
  @Blank
  @Size(max = 100)
  public String drawing = "";

  @Help("The day of the next start.")
  public LocalDate startsOn = LocalDate.EPOCH;

  public static final Manager<Course> objects = Manager.of(Course.class);

  /** Where the course is shown. */
  public String getAbsoluteUrl() {
    return Urls.reverse("courses:detail", slug);
  }

  @Override
  public String toString() {
    return title;
  }
}
// end snippet
