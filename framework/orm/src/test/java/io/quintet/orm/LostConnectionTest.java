package io.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.SiteContext;
import io.quintet.orm.blog.Tag;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when the server ends the connections, as it does when it is started anew. */
class LostConnectionTest {
  private SiteContext site;

  @BeforeEach
  void open() {
    site =
        SiteContext.builder("lost")
            .apps(new OrmApp())
            .env(Map.of())
            .set(
                OrmSettings.DATABASE_URL,
                Backend.POSTGRESQL.site().setting(OrmSettings.DATABASE_URL))
            .build();
    site.run(Tag.objects::count);
  }

  @AfterEach
  void close() {
    site.run(() -> Tag.objects.filter("name__startswith", "lost").delete());
    site.close();
  }

  /** The key at the server of the one connection that the site has. */
  private static int server() {
    return ((Number) Db.query("SELECT pg_backend_pid() AS pid").getFirst().get("pid")).intValue();
  }

  private static void end(int server) {
    Backend.POSTGRESQL
        .site()
        .run(() -> {
          Db.query("SELECT pg_terminate_backend(" + server + ", 5000) AS ended");
        });
  }

  @Test
  void aReadIsDoneOnceMoreOnAnotherConnection() {
    site.run(() -> {
      end(server());
      assertThat(Tag.objects.count()).isNotNegative();
      end(server());
      assertThat(Tag.objects.filter("name", "nothing").list()).isEmpty();
    });
  }

  @Test
  void aWriteIsNotDoneAgainAndSaysThatItsFateIsUnknown() {
    site.run(() -> {
      end(server());
      assertThatThrownBy(() -> new Tag("lost").save())
          .isInstanceOf(DatabaseUnavailableException.class)
          .hasMessageStartingWith(
              "The connection to the database \"default\" was lost while a statement ran: ")
          .hasMessageEndingWith(
              "What was not committed is undone; whether a statement outside of a transaction, or a commit, took effect has"
                  + " to be looked up before it is tried again.");
      new Tag("lost").save();
      assertThat(Tag.objects.filter("name", "lost").count()).isEqualTo(1);
    });
  }

  @Test
  void nothingOfATransactionIsKeptAndReadsInItAreNotRepeated() {
    site.run(() -> {
      assertThatThrownBy(() ->
              Db.atomic(() -> {
                new Tag("lost first").save();
                end(server());
                Tag.objects.count();
              }))
          .isInstanceOf(DatabaseUnavailableException.class);
      assertThat(Tag.objects.filter("name", "lost first").exists()).isFalse();
      Db.atomic(() -> new Tag("lost second").save());
      assertThat(Tag.objects.filter("name__startswith", "lost").valuesFlat("name").list())
          .isEqualTo(List.of("lost second"));
    });
  }

  @Test
  void aBlockOnOneConnectionTakesAnother() {
    site.run(() ->
        Db.onOneConnection(() -> {
          end(server());
          return Tag.objects.count() + Tag.objects.count();
        }));
  }
}
