package io.quintet.orm;

import io.quintet.orm.expr.Condition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Pages that continue after a row in place of skipping rows: as fast on the last page as on the
 * first, and no row comes twice or is left out when others are inserted meanwhile.
 *
 * <pre>{@code
 * Keyset<Post> posts = Post.objects.orderBy(post.published.desc()).keyset(20);
 * Keyset.Page<Post> page = posts.page("");              // the first
 * Keyset.Page<Post> more = posts.page(page.next().orElseThrow());
 * }</pre>
 *
 * <p>The order is made total by the primary key. It may name columns of the model and of models
 * that relations to one row lead to, nullable or not.
 */
public final class Keyset<M extends Entity> {
  /**
   * A page.
   *
   * @param next the cursor of the page after it, if there are more rows
   * @param previous the cursor of the page before it
   */
  public record Page<M extends Entity>(
      List<M> rows, Optional<String> next, Optional<String> previous) {
    /** Copies the list. */
    public Page {
      rows = List.copyOf(rows);
    }
  }

  private final QuerySet<M> source;
  private final KeysetOrder<M> order;
  private final int size;

  private Keyset(QuerySet<M> source, KeysetOrder<M> order, int size) {
    this.source = source;
    this.order = order;
    this.size = size;
  }

  static <M extends Entity> Keyset<M> of(QuerySet<M> source, int size) {
    if (size < 1) {
      throw new IllegalArgumentException("A page has at least 1 row, found " + size + ".");
    }
    if (source.query().isSliced()) {
      throw new QueryException(
          "keyset(...) pages through all rows of a query. Leave out limit and offset.");
    }
    KeysetOrder<M> order = KeysetOrder.of(source);
    return new Keyset<>(order.applied(source), order, size);
  }

  /**
   * The page that a cursor leads to; the first for an empty text.
   *
   * @throws InvalidCursorException when the text is no cursor of this order
   */
  public Page<M> page(String cursor) {
    Cursor at = cursor.isEmpty() ? Cursor.START : order.read(cursor);
    QuerySet<M> rows = at.backward() ? source.reverse() : source;
    if (!at.isEdge()) {
      rows = rows.filter(new Condition<M>(order.beyond(at)));
    }
    List<M> found = new ArrayList<>(rows.limit(size + 1L).list());
    boolean more = found.size() > size;
    if (more) {
      found.removeLast();
    }
    if (at.backward()) {
      Collections.reverse(found);
    }
    return page(found, at, more);
  }

  private Page<M> page(List<M> rows, Cursor at, boolean more) {
    boolean after = at.backward() ? !at.isEdge() : more;
    boolean before = at.backward() ? more : !at.isEdge();
    return new Page<>(
        rows,
        after
            ? Optional.of(text(rows.isEmpty() ? Cursor.START : order.at(rows.getLast(), false)))
            : Optional.empty(),
        before
            ? Optional.of(text(rows.isEmpty() ? Cursor.END : order.at(rows.getFirst(), true)))
            : Optional.empty());
  }

  private String text(Cursor cursor) {
    return cursor.text(order.fingerprint());
  }
}
