package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Words.create;
import static io.quintet.orm.internal.schema.Words.id;
import static io.quintet.orm.internal.schema.Words.integer;
import static io.quintet.orm.internal.schema.Words.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.migrations.BackFillProgress;
import io.quintet.orm.migrations.DataStep;
import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.MigrationContext;
import io.quintet.orm.migrations.Operation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BackFillTest {
  private final List<BackFillProgress> progress = new ArrayList<>();
  private int failAt = -1;

  @ParameterizedTest
  @EnumSource
  void rowsAreFilledInBatches(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      History history = posts(db).add(filling(true, this::fill)).migrate();
      assertThat(db.column("SELECT size FROM blog_post ORDER BY id"))
          .containsExactly("1", "2", "3", "4", "5");
      assertThat(progress)
          .containsExactly(
              new BackFillProgress(2, 5), new BackFillProgress(4, 5), new BackFillProgress(5, 5));
      assertThat(history.executor().planAll(List.of("blog"))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoWaitsIsToldHowFarItIs(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      Executor executor = posts(db).add(filling(true, this::fill)).executor();
      Notices told = Notices.into(new ArrayList<>());
      executor.run(() -> executor.planAll(List.of("blog")), false, told);
      assertThat(told.progress())
          .containsExactly(
              "Back-fill sizes: 2 of 5 rows",
              "Back-fill sizes: 4 of 5 rows",
              "Back-fill sizes: 5 of 5 rows");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasBrokenOffGoesOnBehindTheLastBatch(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      failAt = 4;
      History history = posts(db).add(filling(true, this::fill));
      assertThatThrownBy(history::migrate)
          .hasMessageContaining("failed at \"Fill the sizes\": row 4")
          .hasMessageEndingWith(
              "It is not atomic: what it did before this step is kept, and migrate goes on here.");
      assertThat(db.column("SELECT count(*) FROM blog_post WHERE size > 0")).containsExactly("2");
      failAt = -1;
      progress.clear();
      history.migrate();
      assertThat(progress).containsExactly(new BackFillProgress(2, 5), new BackFillProgress(3, 5));
      assertThat(db.column("SELECT count(*) FROM blog_post WHERE size > 0")).containsExactly("5");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MARIADB") // where none is one transaction
  void anAtomicMigrationHasNoBatches(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      History history = posts(db).add(filling(false, this::fill));
      assertThatThrownBy(history::migrate)
          .hasMessageContaining(
              "backfill(\"sizes\", ...) commits each batch, but its migration is one transaction."
                  + " Say notAtomic() in the migration.");
    }
  }

  private void fill(MigrationContext context) {
    context
        .model("Post")
        .backfill(
            "sizes",
            2,
            post -> {
              if (post.number("id") == failAt) {
                throw new IllegalStateException("row " + failAt);
              }
              post.set("size", post.text("title").length()).save();
            },
            progress::add);
  }

  private static History posts(TestDatabase db) {
    History history = new History(db).then(create("Post", id(), varchar("title", 20))).migrate();
    for (int i = 1; i <= 5; i++) {
      db.run("INSERT INTO blog_post (title) VALUES ('" + "a".repeat(i) + "')");
    }
    return history;
  }

  private static Migration filling(boolean inBatches, DataStep step) {
    return new Migration("blog", "0002_sizes") {
      {
        dependsOn("blog", "0001_step");
        if (inBatches) {
          notAtomic();
        }
        operations(
            new FieldOperation.AddField("Post", integer("size"), 0),
            new Operation.RunJava("Fill the sizes", step, null));
      }
    };
  }
}
