package io.quintet.testing;

import io.quintet.Site;
import io.quintet.auth.passwords.Passwords;
import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.core.signing.Crypto;
import io.quintet.http.HttpApplication;
import io.quintet.http.HttpSettings;
import io.quintet.mail.MailSettings;
import io.quintet.mail.Outbox;
import io.quintet.orm.Db;
import io.quintet.tasks.TaskCapture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A site made for one test: an empty SQLite database with all tables, a folder of its own, captured
 * mails and tasks, cheap password hashes. The environment of the process is not read.
 *
 * <pre>{@code
 * try (TestSite site = TestSite.of(Institute.site())) {
 *   Response response = site.client().get("/");
 *   assertThat(response.status()).isEqualTo(200);
 * }
 * }</pre>
 */
public final class TestSite implements AutoCloseable {
  private static final int KEY_LENGTH = 64;

  private final Path folder;
  private final SiteContext context;
  private final TaskCapture tasks;
  private final HttpApplication application;

  private TestSite(Path folder, SiteContext context, TaskCapture tasks) {
    this.folder = folder;
    this.context = context;
    this.tasks = tasks;
    this.application = HttpApplication.of(context);
  }

  /** Makes a site for a test. */
  public static TestSite of(Site site) {
    return of(site, builder -> {});
  }

  /** Makes a site for a test, changed further: other settings, a clock, other services. */
  public static TestSite of(Site site, Consumer<SiteContext.Builder> change) {
    var tasks = new TaskCapture();
    Consumer<SiteContext.Builder> capture = tasks::install;
    return of(site, capture.andThen(change), tasks);
  }

  /**
   * Makes a site for a test whose tasks wait in its database, as in production, until a {@link
   * io.quintet.tasks.TaskWorker} of the test takes them; {@link #tasks} has none of them.
   */
  public static TestSite withQueue(Site site, Consumer<SiteContext.Builder> change) {
    return of(site, change, new TaskCapture());
  }

  private static TestSite of(Site site, Consumer<SiteContext.Builder> change, TaskCapture tasks) {
    Path folder = temporaryFolder();
    SiteContext context =
        site.configure(
                builder -> {
                  builder.baseDir(folder).env(Map.of());
                  builder.set(CoreSettings.SECRET_KEY, Crypto.randomString(KEY_LENGTH));
                  builder.set(
                      HttpSettings.ALLOWED_HOSTS, List.of("testserver", "localhost", "127.0.0.1"));
                  builder.set(Passwords.ITERATIONS, 1);
                  builder.set(MailSettings.BACKEND, "memory");
                  builder.apps(new TestLogin());
                  change.accept(builder);
                })
            .build();
    context.run(TestDatabase::create);
    return new TestSite(folder, context, tasks);
  }

  /** The built site. */
  public SiteContext context() {
    return context;
  }

  /** A new client without cookies. */
  public Client client() {
    return new Client(application);
  }

  /** The mails that were sent. */
  public Outbox outbox() {
    return call(Outbox::current);
  }

  /** The tasks that were enqueued; they run when {@link #runTasks} is called. */
  public TaskCapture tasks() {
    return tasks;
  }

  /** Runs the tasks that were enqueued, and those that they enqueue; returns how many ran. */
  public int runTasks() {
    return tasks.runAll(context);
  }

  /** Does work with the site bound: queries, saves. */
  public void run(ThrowingRunnable work) {
    call(() -> {
      work.run();
      return "";
    });
  }

  /** Does work with the site bound and returns its result. */
  public <T extends @Nullable Object> T call(Callable<T> work) {
    try {
      return context.call(work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Does work whose changes to the database are rolled back at its end, those of this site's
   * clients included. What waits for a commit runs. A {@link LiveServer} works in threads of its
   * own, outside of this.
   */
  public void rolledBack(ThrowingRunnable work) {
    run(() -> Db.rolledBack(work::run));
  }

  /** Serves the site on a free port of this machine; for browsers and other clients outside. */
  public LiveServer live() {
    return LiveServer.start(context);
  }

  /** Closes the site and deletes its folder. */
  @Override
  public void close() {
    try {
      context.close();
    } finally {
      delete(folder);
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("quintet-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
