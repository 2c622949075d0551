package io.quintet.views;

import io.quintet.templates.TemplateObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a list into pages, counted from 1. Of a queryset it reads only what a page shows.
 *
 * @param <T> the type of the objects
 */
public final class Paginator<T> implements TemplateObject {
  /** Stands for the pages that are left out in {@link #elidedRange}. */
  public static final String ELLIPSIS = "…";

  private final IntSupplier counter;
  private final Slices<T> slices;
  private final int perPage;
  private int orphans;
  private int count = -1;

  /** Reads a part of a list. */
  @FunctionalInterface
  public interface Slices<T> {
    /** At most {@code limit} objects from position {@code offset} on, counted from 0. */
    List<T> read(int offset, int limit);
  }

  private Paginator(IntSupplier counter, Slices<T> slices, int perPage) {
    if (perPage < 1) {
      throw new IllegalArgumentException(
          "A page holds at least 1 object, but " + perPage + " were asked for");
    }
    this.counter = counter;
    this.slices = slices;
    this.perPage = perPage;
  }

  /** Pages of a list. */
  public static <T> Paginator<T> of(List<T> objects, int perPage) {
    return of(
        objects::size,
        (offset, limit) ->
            objects.subList(
                Math.min(offset, objects.size()), Math.min(offset + limit, objects.size())),
        perPage);
  }

  /** Pages of anything that can be counted and read in part; it is counted once. */
  public static <T> Paginator<T> of(IntSupplier count, Slices<T> slices, int perPage) {
    return new Paginator<>(count, slices, perPage);
  }

  /** A last page of at most this many objects is joined to the one before; none to begin with. */
  public Paginator<T> orphans(int atMost) {
    this.orphans = atMost;
    return this;
  }

  /** The number of objects. */
  public int count() {
    if (count < 0) {
      count = counter.getAsInt();
    }
    return count;
  }

  /** The number of pages; 1 when there are no objects. */
  public int pages() {
    int hits = Math.max(1, count() - orphans);
    return (hits + perPage - 1) / perPage;
  }

  /** Objects a page. */
  public int perPage() {
    return perPage;
  }

  /** The page of that number, or null when there is none. */
  public @Nullable Page<T> find(int number) {
    if (number < 1 || number > pages()) {
      return null;
    }
    int offset = (number - 1) * perPage;
    int end = number == pages() ? count() : offset + perPage;
    return new Page<>(this, number, slices.read(offset, end - offset));
  }

  /**
   * The page of that number.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Page<T> page(int number) {
    Page<T> page = find(number);
    if (page == null) {
      throw new IllegalArgumentException(
          "There is no page " + number + "; the pages are 1 to " + pages());
    }
    return page;
  }

  /**
   * The page that a visitor asked for: the first if it is no number, the last if it is too high.
   */
  public Page<T> pageOrNearest(@Nullable String asked) {
    int number = 1;
    if (asked != null && asked.matches("-?\\d{1,9}")) {
      number = Integer.parseInt(asked);
      number = number < 1 || number > pages() ? pages() : number;
    }
    return page(number);
  }

  /** The numbers of all pages. */
  public List<Integer> range() {
    return IntStream.rangeClosed(1, pages()).boxed().toList();
  }

  /**
   * The numbers to show beside a page: some at each end, some around it, and {@link #ELLIPSIS} for
   * those between.
   */
  public List<Object> elidedRange(int number, int onEachSide, int onEnds) {
    int last = pages();
    List<Object> shown = new ArrayList<>();
    if (last <= (onEachSide + onEnds) * 2) {
      shown.addAll(range());
      return shown;
    }
    if (number > 1 + onEachSide + onEnds + 1) {
      add(shown, 1, onEnds);
      shown.add(ELLIPSIS);
      add(shown, number - onEachSide, number);
    } else {
      add(shown, 1, number);
    }
    if (number < last - onEachSide - onEnds - 1) {
      add(shown, number + 1, number + onEachSide);
      shown.add(ELLIPSIS);
      add(shown, last - onEnds + 1, last);
    } else {
      add(shown, number + 1, last);
    }
    return shown;
  }

  private static void add(List<Object> shown, int first, int last) {
    IntStream.rangeClosed(first, last).forEach(shown::add);
  }

  @Override
  public @Nullable Object property(String name) {
    return switch (name) {
      case "count" -> count();
      case "num_pages", "pages" -> pages();
      case "per_page", "perPage" -> perPage;
      case "page_range", "range" -> range();
      default -> ABSENT;
    };
  }
}
