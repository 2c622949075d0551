package institute.pages;

import io.quintet.templates.Library;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The site's own template filters: {@code {% load institute %}}. */
final class InstituteFilters {
  // snippet: filter
  static final Library LIBRARY =
      Library.builder().filter("euro", value -> "€ " + shortest(value)).build();

  /** Whole prices without cents: 480, but 480.50. */
  private static String shortest(@Nullable Object value) {
    BigDecimal price = new BigDecimal(String.valueOf(value));
    boolean whole = price.stripTrailingZeros().scale() <= 0;
    return price.setScale(whole ? 0 : 2).toPlainString();
  }

  // end snippet

  private InstituteFilters() {}
}
