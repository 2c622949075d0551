package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Words.create;
import static io.quintet.orm.internal.schema.Words.id;
import static io.quintet.orm.internal.schema.Words.index;
import static io.quintet.orm.internal.schema.Words.integer;
import static io.quintet.orm.internal.schema.Words.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.IndexOperation;
import io.quintet.orm.migrations.MigrationContext;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes migrate, and the first loses its connection to the database. */
class LostNodeTest {
  private final CountDownLatch waits = new CountDownLatch(1);
  private final List<String> runs = new ArrayList<>();
  private CompletableFuture<Void> second = new CompletableFuture<>();

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void theSecondTakesOverWhereTheFirstWas(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor);
        Connection first = db.another()) {
      History history = new History(db).then(create("Post", id(), varchar("title", 20))).migrate();
      db.run("INSERT INTO blog_post (title) VALUES ('One')");
      history.then(
          new FieldOperation.AddField("Post", integer("likes"), 3),
          new Operation.RunJava("Meet the second", context -> meet(context, history, db), null),
          new IndexOperation.AddIndex("Post", index("by_title", "title")));
      Executor executor = new Executor(history.graph(), first, History.CLOCK);
      assertThatThrownBy(
              () -> executor.run(() -> executor.planAll(List.of("blog")), false, Executor.SILENT))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("Migration blog.0002_step failed at \"Meet the second\"");
      second.join();
      assertThat(runs).containsExactly("first", "second");
      assertThat(db.column("SELECT likes FROM blog_post")).containsExactly("3");
      assertThat(
              Catalogue.readTable(vendor, new SqlRunner.Live(db.connection()), "blog_post")
                  .orElseThrow()
                  .indexes())
          .singleElement()
          .matches(found -> found.name().equals("by_title"));
      assertThat(history.executor().planAll(List.of("blog"))).isEmpty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first, in the middle of its migration, is cut off when the second waits for it. */
  private void meet(MigrationContext context, History history, TestDatabase db)
      throws InterruptedException {
    runs.add(runs.isEmpty() ? "first" : "second");
    if (runs.size() == 1) {
      second =
          CompletableFuture.runAsync(() -> {
            Executor executor = history.executor();
            executor.run(() -> executor.planAll(List.of("blog")), false, new Waiting(waits));
          });
      waits.await();
      try (Connection admin = db.another()) {
        kill(db.vendor(), context.connection(), admin);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      new SqlRunner.Live(context.connection()).run("SELECT 1");
    }
  }

  private static void kill(Vendor vendor, Connection connection, Connection admin) {
    boolean postgres = vendor == Vendor.POSTGRESQL;
    String id =
        new SqlRunner.Live(connection)
            .ask(postgres ? "SELECT pg_backend_pid()" : "SELECT connection_id()")
            .getFirst()
            .getFirst();
    new SqlRunner.Live(admin)
        .run(postgres ? "SELECT pg_terminate_backend(" + id + ", 5000)" : "KILL " + id);
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void aLockThatIsHeldByAnotherConnectionIsNoticed(Vendor vendor) throws SQLException {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      Transactions transactions = new Transactions(db.connection());
      transactions.exclusively(_ -> {}, true, transactions::requireExclusive);
      try (Connection other = db.another()) {
        Transactions elsewhere = new Transactions(other);
        transactions.exclusively(
            _ -> {},
            true,
            () ->
                assertThatThrownBy(elsewhere::requireExclusive)
                    .hasMessageStartingWith(
                        "The lock that lets one process migrate at a time is lost; what is not done yet is not"
                            + " begun. Is there a pooler between"));
      }
    }
  }

  private record Waiting(CountDownLatch waits) implements Executor.Listener {
    @Override
    public void begins(Executor.Step step) {}

    @Override
    public void done(Executor.Step step) {}

    @Override
    public void notice(String text) {
      if (text.startsWith("Another process is migrating")) {
        waits.countDown();
      }
    }
  }
}
