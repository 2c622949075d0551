package io.quintet.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a list.
 *
 * @param number the page that is shown, counted from 1
 * @param exists whether the page that was asked for exists
 */
record Pages(long number, long count, int size, boolean exists) {
  private static final int AROUND = 2;

  static Pages of(long rows, int size, String asked) {
    long count = Math.max(1, (rows + size - 1) / size);
    if (asked.isEmpty()) {
      return new Pages(1, count, size, true);
    }
    long number = asked.matches("\\d{1,9}") ? Long.parseLong(asked) : 0;
    boolean exists = number >= 1 && number <= count;
    return new Pages(exists ? number : 1, count, size, exists);
  }

  long offset() {
    return (number - 1) * size;
  }

  Values values(ListQuery query) {
    return Values.with("page", Values.with("number", number).and("pageCount", count).map())
        .and("pageLinks", links(query))
        .and("previousUrl", number > 1 ? query.page(number - 1) : "")
        .and("nextUrl", number < count ? query.page(number + 1) : "");
  }

  private List<Map<String, @Nullable Object>> links(ListQuery query) {
    List<Map<String, @Nullable Object>> links = new ArrayList<>();
    long last = 0;
    for (long page = 1; page <= count; page = next(page)) {
      if (page > last + 1) {
        links.add(Values.with("isGap", true).map());
      }
      links.add(
          Values.with("number", page)
              .and("url", query.page(page))
              .and("isCurrent", page == number)
              .and("isGap", false)
              .map());
      last = page;
    }
    return links;
  }

  /** Shown are the first, the last and some around the present page. */
  private long next(long page) {
    if (page < number - AROUND - 1) {
      return number - AROUND;
    }
    return page >= number + AROUND && page < count ? count : page + 1;
  }
}
