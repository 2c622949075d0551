package institute.courses;

import io.quintet.http.routing.Urls;
import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Blank;
import io.quintet.orm.annotation.Check;
import io.quintet.orm.annotation.Help;
import io.quintet.orm.annotation.Image;
import io.quintet.orm.annotation.Index;
import io.quintet.orm.annotation.Label;
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
import java.util.List;
import java.util.Map;
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
  @Help("Plain text; empty lines part the paragraphs.")
  public String body = "";

  @Text
  @Blank
  @Label("outcomes")
  @Help("What one can do afterwards, one line each.")
  public String outcomeLines = "";

  @Text
  @Blank
  @Label("syllabus")
  @Help("One line a week: title, colon, text.")
  public String syllabusLines = "";

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

  /** What one can do afterwards. */
  public List<String> outcomes() {
    return outcomeLines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** The weeks: each a title and a text. */
  public List<Map<String, String>> syllabus() {
    return syllabusLines
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.split(":", 2))
        .map(parts ->
            Map.of("title", parts[0].strip(), "text", parts.length > 1 ? parts[1].strip() : ""))
        .toList();
  }

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
