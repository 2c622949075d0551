package io.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.SiteContext;
import io.quintet.orm.blog.Tag;
import io.quintet.orm.migrations.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two databases with different rows show which was read: a replica that lags behind. */
class ReplicaTest {
  @TempDir Path folder;
  private SiteContext site;

  @BeforeEach
  void open() {
    DatabaseUrl replica = new DatabaseUrl.Sqlite(folder.resolve("replica.sqlite3").toString());
    fill(replica, "old");
    DatabaseUrl primary = new DatabaseUrl.Sqlite(folder.resolve("primary.sqlite3").toString());
    fill(primary, "old", "new");
    site = site(primary, replica);
  }

  private static SiteContext site(DatabaseUrl primary, DatabaseUrl replica) {
    return SiteContext.builder("replicas")
        .apps(new OrmApp())
        .env(Map.of())
        .set(OrmSettings.DATABASE_URL, primary)
        .set(
            OrmSettings.REPLICAS,
            new OrmSettings.Replicas(Map.of(Databases.DEFAULT, List.of(replica))))
        .build();
  }

  private static void fill(DatabaseUrl url, String... names) {
    SiteContext one =
        SiteContext.builder("one")
            .apps(new OrmApp())
            .env(Map.of())
            .set(OrmSettings.DATABASE_URL, url)
            .build();
    one.run(() -> {
      Db.connection(connection -> {
        Schema.create(connection, Tag.class);
        return "";
      });
      for (String name : names) {
        new Tag(name).save();
      }
    });
    one.close();
  }

  @AfterEach
  void close() {
    site.close();
  }

  private static long tags() {
    return Tag.objects.count();
  }

  @Test
  void aRequestReadsFromAReplicaUntilItWrites() {
    site.run(() -> {
      long seen =
          Db.readingFromReplicas(() -> {
            assertThat(tags()).isEqualTo(1);
            try (var rows = Tag.objects.stream()) {
              assertThat(rows).hasSize(1);
            }
            assertThat(Db.sql("SELECT * FROM blog_tag").list(Tag.class)).hasSize(1);
            Tag.objects.create(new Tag("newest"));
            return tags();
          });
      assertThat(seen).isEqualTo(3);
      assertThat(Db.<Long, RuntimeException>readingFromReplicas(ReplicaTest::tags)).isEqualTo(1);
    });
  }

  @Test
  void whatWasReadFromAReplicaIsWrittenToThePrimary() {
    site.run(() -> {
      Db.readingFromReplicas(() -> {
        Tag tag = Tag.objects.get("name", "old");
        tag.name = "older";
        tag.save();
        assertThat(Tag.objects.filter("name", "older").exists()).isTrue();
        return "";
      });
      assertThat(Tag.objects.filter("name", "older").exists()).isTrue();
    });
  }

  @Test
  void aTransactionReadsFromThePrimary() {
    site.run(() ->
        Db.readingFromReplicas(() -> {
          assertThat(Db.<Long, RuntimeException>atomic(ReplicaTest::tags)).isEqualTo(2);
          return tags();
        }));
  }

  @Test
  void updatesDeletionsAndSqlThatMayWriteCountAsWrites() {
    for (Runnable write :
        List.<Runnable>of(
            () -> Tag.objects.filter("name", "nothing").update(Map.of("name", "x")),
            () -> Tag.objects.filter("name", "nothing").delete(),
            () -> Db.execute("UPDATE blog_tag SET name = name"),
            () -> Db.query("UPDATE blog_tag SET name = name RETURNING id"))) {
      site.run(() ->
          Db.<String, RuntimeException>readingFromReplicas(() -> {
            assertThat(tags()).isEqualTo(1);
            write.run();
            assertThat(tags()).isEqualTo(2);
            return "";
          }));
    }
  }

  @Test
  void outsideOfRequestsAndTasksAllReadingIsFromThePrimary() {
    site.run(() -> assertThat(tags()).isEqualTo(2));
  }

  @Test
  void aReplicaThatIsAwayIsReplacedByThePrimary() {
    DatabaseUrl primary = new DatabaseUrl.Sqlite(folder.resolve("primary.sqlite3").toString());
    DatabaseUrl nowhere =
        new DatabaseUrl.Postgres("nobody", "", "127.0.0.1", 1, "nothing", "connectTimeout=1");
    try (SiteContext other = site(primary, nowhere)) {
      other.run(() ->
          assertThat(Db.<Long, RuntimeException>readingFromReplicas(ReplicaTest::tags))
              .isEqualTo(2));
    }
  }

  @Test
  void theSettingNamesAPrimaryForEachReplica() {
    assertThat(configured("default=sqlite:a.db default=sqlite:b.db"))
        .isEqualTo("default=sqlite:a.db default=sqlite:b.db");
    assertThatThrownBy(() -> configured("sqlite:a.db"))
        .hasMessageContaining("each database is written alias=address");
  }

  private static String configured(String text) {
    try (SiteContext other =
        SiteContext.builder("settings")
            .apps(new OrmApp())
            .env(Map.of("QUINTET_ORM_REPLICAS", text))
            .build()) {
      return other.setting(OrmSettings.REPLICAS).toString();
    }
  }
}
