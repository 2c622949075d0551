package institute.api;

import institute.courses.Course;
import institute.courses.Level;
import io.quintet.rest.serializers.Naming;
import io.quintet.rest.serializers.ReadOnly;
import io.quintet.rest.serializers.Serializes;
import io.quintet.rest.serializers.Source;
import io.quintet.storage.StoredFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A course as the API shows it. */
@Serializes(value = Course.class, naming = Naming.SNAKE_CASE)
public record CourseData(
    @ReadOnly Long id,
    String title,
    String slug,
    String summary,
    Level level,
    int weeks,
    BigDecimal price,
    LocalDate startsOn,
    List<String> outcomes,
    @Nullable StoredFile picture,
    @Source("getAbsoluteUrl") String url) {}
