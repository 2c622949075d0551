package io.quintet.orm;

import io.quintet.orm.expr.EntityPath;
import io.quintet.orm.expr.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relation to load together with the rows of a query, in one more statement.
 *
 * <pre>{@code
 * Author.objects.prefetchRelated(Prefetch.of(author.posts(), Post.objects.filter(post.status.eq(PUBLISHED))))
 * }</pre>
 */
public final class Prefetch {
  private final List<String> path;
  private final @Nullable QuerySet<?> rows;

  private final String name;

  private Prefetch(List<String> path, @Nullable QuerySet<?> rows) {
    this(path, rows, "");
  }

  private Prefetch(List<String> path, @Nullable QuerySet<?> rows, String name) {
    this.path = path;
    this.rows = rows;
    this.name = name;
  }

  /**
   * Keeps the rows as a list under a name in place of the relation, which stays as it is: {@code
   * entity.annotation("drafts")}, in templates {@code author.drafts}.
   */
  public Prefetch as(String newName) {
    return new Prefetch(path, rows, Names.check(newName));
  }

  /** A relation by typed path. */
  public static Prefetch of(EntityPath<?, ?> path) {
    return new Prefetch(path.names(), null);
  }

  /** A relation by typed path, and which of its rows. */
  public static <T extends Entity> Prefetch of(EntityPath<?, T> path, QuerySet<T> rows) {
    return new Prefetch(path.names(), rows);
  }

  /** A relation by names: {@code "tags"} or {@code "author__mentor"}. */
  public static Prefetch of(String path) {
    return new Prefetch(List.of(path.split("__")), null);
  }

  /** A relation by names, and which of its rows. */
  public static Prefetch of(String path, QuerySet<?> rows) {
    return new Prefetch(List.of(path.split("__")), rows);
  }

  /** The name of the list, or empty. */
  String name() {
    return name;
  }

  List<String> path() {
    return path;
  }

  @Nullable QuerySet<?> rows() {
    return rows;
  }
}
