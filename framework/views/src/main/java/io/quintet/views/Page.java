package io.quintet.views;

import io.quintet.templates.TemplateObject;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a {@link Paginator}: the list of its objects, and its place among the pages.
 *
 * @param <T> the type of the objects
 */
public final class Page<T> extends AbstractList<T> implements TemplateObject {
  private final Paginator<T> paginator;
  private final int number;
  private final List<T> objects;

  Page(Paginator<T> paginator, int number, List<T> objects) {
    this.paginator = paginator;
    this.number = number;
    this.objects = objects;
  }

  /** All pages. */
  public Paginator<T> paginator() {
    return paginator;
  }

  /** Its number, from 1. */
  public int number() {
    return number;
  }

  /** Whether there is a page after it. */
  public boolean hasNext() {
    return number < paginator.pages();
  }

  /** Whether there is a page before it. */
  public boolean hasPrevious() {
    return number > 1;
  }

  /** The position of its first object among all, from 1; 0 when there is none. */
  public int startIndex() {
    return paginator.count() == 0 ? 0 : (number - 1) * paginator.perPage() + 1;
  }

  /** The position of its last object among all, from 1; 0 when there is none. */
  public int endIndex() {
    return number == paginator.pages() ? paginator.count() : number * paginator.perPage();
  }

  @Override
  public T get(int index) {
    return objects.get(index);
  }

  @Override
  public int size() {
    return objects.size();
  }

  @Override
  public boolean truth() {
    return !objects.isEmpty();
  }

  @Override
  public @Nullable Object property(String name) {
    return switch (name) {
      case "number" -> number;
      case "object_list", "objects", "items" -> objects;
      case "has_next", "hasNext" -> hasNext();
      case "has_previous", "hasPrevious" -> hasPrevious();
      case "has_other_pages" -> hasNext() || hasPrevious();
      case "next_page_number", "nextNumber" -> hasNext() ? (Object) (number + 1) : ABSENT;
      case "previous_page_number", "previousNumber" ->
          hasPrevious() ? (Object) (number - 1) : ABSENT;
      case "start_index", "startIndex" -> startIndex();
      case "end_index", "endIndex" -> endIndex();
      case "elided_range", "range" -> paginator.elidedRange(number, 2, 1);
      case "pageCount" -> paginator.pages();
      case "paginator" -> paginator;
      default -> ABSENT;
    };
  }
}
