package io.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.orm.blog.Author;
import io.quintet.orm.blog.Category;
import io.quintet.orm.blog.Post;
import io.quintet.orm.blog.Status;
import io.quintet.orm.blog.Tag;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A test on a database with a small blog in it; everything is undone after each test. */
abstract class OrmTest {
  final Backend backend;

  Author ann;
  Author bob;
  Category databases;
  Tag java;
  Tag sql;
  Post alpha;
  Post beta;
  Post gamma;

  @RegisterExtension
  final InvocationInterceptor inDatabase =
      new InvocationInterceptor() {
        @Override
        public void interceptTestMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> context,
            ExtensionContext extension)
            throws Throwable {
          try {
            backend.site().run(() -> Db.rolledBack(() -> prepareAndProceed(invocation)));
          } catch (Wrapped e) {
            throw e.getCause();
          }
        }
      };

  OrmTest(Backend backend) {
    this.backend = backend;
  }

  private static final class Wrapped extends RuntimeException {
    Wrapped(Throwable cause) {
      super(cause);
    }
  }

  private void prepareAndProceed(InvocationInterceptor.Invocation<Void> invocation) {
    writeBlog();
    prepare();
    try {
      invocation.proceed();
    } catch (Throwable e) {
      throw new Wrapped(e);
    }
  }

  /** More rows that all tests of a class begin with. */
  void prepare() {}

  private void writeBlog() {
    ann = Author.objects.create(new Author("Ann"));
    bob = new Author("Bob");
    bob.mentor.set(ann);
    bob.email = "bob@example.org";
    bob.save();
    databases = Category.objects.create(new Category("Databases", "databases"));
    java = Tag.objects.create(new Tag("java"));
    sql = Tag.objects.create(new Tag("sql"));
    alpha = post("Alpha", "alpha", ann, 10, Status.PUBLISHED, "2026-01-01T12:00:00Z");
    alpha.category.set(databases);
    alpha.save();
    alpha.tags.add(java, sql);
    beta = post("Beta", "beta", ann, 5, Status.DRAFT, null);
    beta.tags.add(java);
    gamma = post("Gamma", "gamma", bob, 20, Status.PUBLISHED, "2025-06-15T08:30:00Z");
  }

  private static Post post(
      String title, String slug, Author author, int views, Status status, String published) {
    Post post = new Post(title, slug, author);
    post.views = views;
    post.status = status;
    post.published = published == null ? null : Instant.parse(published);
    post.save();
    return post;
  }

  static List<String> titles(Iterable<Post> posts) {
    List<String> titles = new java.util.ArrayList<>();
    posts.forEach(p -> titles.add(p.title));
    return titles;
  }

  /** Runs work and expects so many statements; shows them when it is wrong. */
  static <X extends Exception> void expectStatements(int expected, Db.Action<X> work) throws X {
    Db.RecordedQueries recorded = Db.recordQueries(work);
    assertThat(recorded.count()).as(recorded.toString()).isEqualTo(expected);
  }
}
