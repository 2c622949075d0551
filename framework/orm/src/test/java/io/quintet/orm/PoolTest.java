package io.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.SiteContext;
import io.quintet.orm.blog.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections are few, handed out in order, and not waited for without end. */
@ParameterizedClass
@EnumSource(Backend.class)
class PoolTest {
  private static final int SIZE = 2;

  private final Backend backend;

  PoolTest(Backend backend) {
    this.backend = backend;
  }

  private SiteContext site(Duration wait, Duration statementTimeout) {
    return SiteContext.builder("pool")
        .apps(new OrmApp())
        .env(Map.of())
        .set(OrmSettings.DATABASE_URL, backend.site().setting(OrmSettings.DATABASE_URL))
        .set(OrmSettings.POOL_SIZE, SIZE)
        .set(OrmSettings.POOL_WAIT, wait)
        .set(OrmSettings.STATEMENT_TIMEOUT, statementTimeout)
        .build();
  }

  private SiteContext site() {
    return site(Duration.ofSeconds(30), Duration.ZERO);
  }

  @Test
  void aCallerThatWaitedTooLongIsToldWhatIsInUseAndWhatToSet() {
    try (SiteContext site = site(Duration.ofMillis(50), Duration.ZERO)) {
      site.run(() -> {
        try (Stream<Tag> first = Tag.objects.stream();
            Stream<Tag> second = Tag.objects.stream()) {
          assertThatThrownBy(Tag.objects::count)
              .isInstanceOf(PoolExhaustedException.class)
              .hasMessage(
                  "All 2 connections to the database \"default\" are in use, and none came free in 50 milliseconds;"
                      + " 0 more callers wait. Make what holds them shorter (transactions, streams that are not closed),"
                      + " or raise orm.pool-size.");
        }
        assertThat(Tag.objects.count()).isNotNegative();
      });
    }
  }

  @Test
  void callersGetConnectionsInTheOrderInWhichTheyAsked() {
    List<Integer> served = Collections.synchronizedList(new ArrayList<>());
    List<Thread> callers = new ArrayList<>();
    try (SiteContext site = site()) {
      site.run(() -> {
        // One stays in use, so that the other goes from hand to hand.
        try (Stream<Tag> open = Tag.objects.stream()) {
          try (Stream<Tag> released = Tag.objects.stream()) {
            for (int i = 0; i < 8; i++) {
              callers.add(startWaiting(site, i, served));
            }
          }
          for (Thread caller : callers) {
            join(caller);
          }
        }
      });
    }
    assertThat(served).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
  }

  private static void join(Thread caller) {
    try {
      caller.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A thread that waits for a connection when this returns. */
  private static Thread startWaiting(SiteContext site, int number, List<Integer> served) {
    Thread caller =
        Thread.startVirtualThread(() ->
            site.run(() ->
                Db.connection(connection -> {
                  served.add(number);
                  return true;
                })));
    while (caller.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    return caller;
  }

  @Test
  void aBlockMayKeepOneConnectionForItsStatements() {
    try (SiteContext site = site(Duration.ofMillis(50), Duration.ZERO)) {
      site.run(() ->
          Db.onOneConnection(() -> {
            long before = Tag.objects.count();
            try (Stream<Tag> other = Tag.objects.stream()) {
              assertThat(Tag.objects.count()).isEqualTo(before);
              Db.atomic(() -> assertThat(Tag.objects.count()).isEqualTo(before));
              assertThat(Tag.objects.count()).isEqualTo(before);
            }
            return before;
          }));
      site.run(() -> {
        try (Stream<Tag> first = Tag.objects.stream();
            Stream<Tag> second = Tag.objects.stream()) {
          assertThat(first).isNotSameAs(second);
        }
      });
    }
  }

  @Test
  void aStatementThatRunsTooLongIsEnded() {
    String endless =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) AS c FROM n";
    try (SiteContext site = site(Duration.ofSeconds(5), Duration.ofMillis(100))) {
      site.run(() -> {
        assertThatThrownBy(() ->
                Tag.objects.raw("SELECT id, name FROM blog_tag WHERE id IN (" + endless + ")"))
            .isInstanceOf(StatementTimeoutException.class)
            .hasMessage(
                "A statement on the database \"default\" was ended after 100 ms. Make it cheaper, or raise"
                    + " orm.statement-timeout.");
        assertThat(Tag.objects.count()).isNotNegative();
      });
    }
  }

  @Test
  void nobodyWaitsForAConnectionThatFailedToOpen() throws Exception {
    try (SiteContext site =
        SiteContext.builder("nowhere")
            .apps(new OrmApp())
            .env(Map.of())
            .set(OrmSettings.DATABASE_URL, DatabaseUrl.parse("postgresql://me@127.0.0.1:1/nowhere"))
            .set(OrmSettings.POOL_SIZE, SIZE)
            .build()) {
      CountDownLatch failed = new CountDownLatch(3 * SIZE);
      for (int i = 0; i < 3 * SIZE; i++) {
        Thread.startVirtualThread(() ->
            site.run(() -> {
              try {
                Tag.objects.count();
              } catch (DatabaseUnavailableException e) {
                failed.countDown();
              }
            }));
      }
      failed.await();
    }
  }
}
