package io.quintet.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.SiteContext;
import io.quintet.tasks.brokers.MemoryBroker;
import io.quintet.tasks.spi.BrokerProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The brokers that the setting {@code tasks.broker} chooses. */
class ImmediateBrokerTest {
  private final MovableClock clock = new MovableClock("2026-03-01T12:00:00Z");
  private final List<Thread> threads = new ArrayList<>();
  private final Task0 fine = Task.named("fine", () -> threads.add(Thread.currentThread()));
  private final Task0 failing =
      Task.named(
              "failing",
              () -> {
                threads.add(Thread.currentThread());
                throw new IllegalStateException("no luck");
              })
          .retry(Retry.exponential(3));

  @Test
  void aTaskRunsInTheThreadThatEnqueuesItWhateverItsTime() throws Exception {
    SiteContext site = site("immediate");

    TaskHandle<?> handle = site.call(() -> fine.enqueueAfter(Duration.ofHours(1)));

    assertThat(threads).containsExactly(Thread.currentThread());
    assertThat(site.call(handle::state)).isEqualTo(TaskState.SUCCESS);
  }

  @Test
  void aFailureIsRecordedAfterAllAttemptsAndDoesNotReachTheCaller() throws Exception {
    SiteContext site = site("immediate");

    TaskHandle<?> handle = site.call(() -> failing.enqueue());

    assertThat(threads).hasSize(3);
    assertThat(site.call(handle::state)).isEqualTo(TaskState.FAILURE);
  }

  @Test
  void anAppMayBringABroker() {
    MemoryBroker own = new MemoryBroker();
    SiteContext site =
        TestSite.with(
                clock,
                config -> config.add(Tasks.BROKERS, new BrokerProvider("own", context -> own)))
            .set(TasksSettings.BROKER, "own")
            .build();

    assertThat(site.service(Tasks.BROKER)).isSameAs(own);
  }

  @Test
  void aBrokerThatNobodyBringsIsExplained() {
    SiteContext site = site("memry");

    assertThatThrownBy(() -> site.service(Tasks.BROKER))
        .isInstanceOf(ImproperlyConfigured.class)
        .hasMessage(
            "The setting tasks.broker is \"memry\", which no app brings (did you mean 'memory'?); known are database,"
                + " memory, immediate");
  }

  private SiteContext site(String broker) {
    return TestSite.with(clock, config -> config.add(Tasks.POINT, fine).add(Tasks.POINT, failing))
        .set(TasksSettings.BROKER, broker)
        .build();
  }
}
