package io.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.SiteContext;
import io.quintet.orm.blog.Post;
import io.quintet.orm.blog.Tag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class TransactionTest {
  private final Backend backend;

  TransactionTest(Backend backend) {
    this.backend = backend;
  }

  private void inSite(Runnable work) {
    backend
        .site()
        .run(() -> {
          try {
            work.run();
          } finally {
            Tag.objects.all().delete();
          }
        });
  }

  @Test
  void aBlockHappensAsAWholeOrNotAtAll() {
    inSite(() -> {
      assertThatThrownBy(() ->
              Db.atomic(() -> {
                new Tag("lost").save();
                throw new IllegalStateException("no");
              }))
          .hasMessage("no");
      assertThat(Tag.objects.exists()).isFalse();
      Tag kept = Db.atomic(() -> Tag.objects.create(new Tag("kept")));
      assertThat(Tag.objects.list()).containsExactly(kept);
    });
  }

  @Test
  void anInnerBlockIsASavepoint() {
    inSite(() -> {
      Db.atomic(() -> {
        new Tag("outer").save();
        assertThatThrownBy(() ->
                Db.atomic(() -> {
                  new Tag("inner").save();
                  new Tag("outer").save();
                }))
            .isInstanceOf(IntegrityException.class);
        assertThat(Tag.objects.count()).isEqualTo(1);
      });
      assertThat(Tag.objects.get().name).isEqualTo("outer");
    });
  }

  @Test
  void whatTheFrameworkDoesInSeveralStatementsNeedsNoSavepoint() {
    inSite(() -> {
      var recorded =
          Db.recordQueries(() ->
              Db.atomic(() -> {
                Tag.objects.all().bulkCreate(List.of(new Tag("a"), new Tag("b")));
                Tag.objects.all().delete();
              }));
      assertThat(recorded.sql()).contains("BEGIN", "COMMIT").doesNotContain("SAVEPOINT");
    });
  }

  @Test
  void aTransactionInWhichSuchWorkFailedHalfDoneCanOnlyBeRolledBack() {
    inSite(() -> {
      assertThatThrownBy(() ->
              Db.atomic(() -> {
                new Tag("before").save();
                List<Tag> twice = List.of(new Tag("same"), new Tag("same"));
                assertThatThrownBy(() -> Tag.objects.all().bulkCreate(twice))
                    .isInstanceOf(IntegrityException.class);
                Tag.objects.count();
              }))
          .isInstanceOf(DbException.class)
          .hasMessage(
              "Work in this transaction failed half done, so that it can only be rolled back. Let the error end it, or wrap what may fail in an atomic block of its own: Db.atomic(() -> ...).");
      assertThat(Tag.objects.exists()).isFalse();
    });
  }

  @Test
  void inABlockOfItsOwnSuchWorkMayFail() {
    inSite(() -> {
      Db.atomic(() -> {
        new Tag("before").save();
        List<Tag> twice = List.of(new Tag("same"), new Tag("same"));
        assertThatThrownBy(() -> Db.atomic(() -> Tag.objects.all().bulkCreate(twice)))
            .isInstanceOf(IntegrityException.class);
        new Tag("after").save();
      });
      assertThat(Tag.objects.orderBy("id").list())
          .extracting("name")
          .containsExactly("before", "after");
    });
  }

  @Test
  void whatWaitsForTheCommitRunsAfterItAndOnlyThen() {
    inSite(() -> {
      List<String> done = new ArrayList<>();
      Db.atomic(() -> {
        Db.onCommit(() -> done.add("outer " + Db.inTransaction()));
        assertThatThrownBy(() ->
                Db.atomic(() -> {
                  Db.onCommit(() -> done.add("lost"));
                  throw new IllegalStateException();
                }))
            .isInstanceOf(IllegalStateException.class);
        assertThat(done).isEmpty();
      });
      assertThat(done).containsExactly("outer false");
      Db.onCommit(() -> done.add("now"));
      assertThat(done).contains("now");
    });
  }

  @Test
  void inATestTransactionInnerBlocksBehaveAsIfTheyCommitted() {
    inSite(() -> {
      List<String> done = new ArrayList<>();
      Db.rolledBack(() -> {
        new Tag("temporary").save();
        Db.atomic(() -> Db.onCommit(() -> done.add("committed")));
        assertThat(done).containsExactly("committed");
      });
      assertThat(Tag.objects.exists()).isFalse();
    });
  }

  @Test
  void manyThreadsWriteAtOnce() throws Exception {
    SiteContext site = backend.site();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Void>> work = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String name = "thread" + i;
        work.add(() -> {
          site.run(() -> Db.atomic(() -> new Tag(name).save()));
          return null;
        });
      }
      for (var result : executor.invokeAll(work)) {
        result.get();
      }
    }
    inSite(() -> assertThat(Tag.objects.count()).isEqualTo(40));
  }

  @Test
  void lockingNeedsATransaction() {
    inSite(() -> {
      assertThatThrownBy(() -> Tag.objects.all().selectForUpdate().list())
          .hasMessage(
              "selectForUpdate() locks rows until a transaction ends. Wrap it: Db.atomic(() -> ...).");
      Db.atomic(() -> assertThat(Tag.objects.all().selectForUpdate().list()).isEmpty());
    });
  }

  @Test
  void signalsAreHeardInTheTransactionOrAfterItsCommit() throws Exception {
    List<String> heard = new ArrayList<>();
    App listener =
        new App() {
          @Override
          public String label() {
            return "listener";
          }

          @Override
          public void configure(AppConfig config) {
            config.receive(
                ModelSignals.POST_SAVE.signal(),
                ModelSignals.of(
                    Tag.class, e -> heard.add("saved " + e.created() + " " + Db.inTransaction())));
            config.receiveAfterCommit(
                ModelSignals.POST_SAVE.signal(),
                e -> heard.add("after commit " + Db.inTransaction()));
            config.receive(
                ModelSignals.POST_DELETE.signal(), e -> heard.add("deleted " + e.entity().id));
          }
        };
    backend.site();
    try (SiteContext site =
        SiteContext.builder("signals")
            .apps(new OrmApp(), listener)
            .env(Map.of())
            .set(OrmSettings.DATABASE_URL, backend.site().settings().get(OrmSettings.DATABASE_URL))
            .build()) {
      site.run(() -> {
        Tag tag = new Tag("signal");
        Db.atomic((Db.Action<RuntimeException>) tag::save);
        assertThat(heard).containsExactly("saved true true", "after commit false");
        heard.clear();
        long id = tag.id;
        tag.delete();
        assertThat(heard).containsExactly("deleted " + id);
      });
    }
  }

  @Test
  void aDatabaseThatCannotBeReachedIsOneClearLine(@TempDir Path folder) {
    try (SiteContext site =
        SiteContext.builder("unreachable")
            .apps(new OrmApp())
            .env(Map.of())
            .set(
                OrmSettings.DATABASE_URL,
                DatabaseUrl.parse("postgresql://me:secret@127.0.0.1:1/nowhere"))
            .build()) {
      site.run(() ->
          assertThatThrownBy(Post.objects::count)
              .isInstanceOf(DatabaseUnavailableException.class)
              .hasMessageStartingWith(
                  "Cannot connect to the database \"default\" at postgresql://me:********@127.0.0.1:1/nowhere: ")
              .hasMessageEndingWith("Is it running, and is the setting orm.database-url right?")
              .hasMessageNotContaining("\n"));
    }
  }

  @Test
  void aMissingTableSaysWhatToRun(@TempDir Path folder) {
    try (SiteContext site =
        SiteContext.builder("empty")
            .baseDir(folder)
            .apps(new OrmApp())
            .env(Map.of("QUINTET_ORM_DATABASE_URL", "sqlite:new/db.sqlite3"))
            .build()) {
      site.run(() ->
          assertThatThrownBy(Post.objects::count)
              .isInstanceOf(DbException.class)
              .hasMessageEndingWith("Run: ./manage migrate"));
    }
  }
}
