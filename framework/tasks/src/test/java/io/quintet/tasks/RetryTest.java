package io.quintet.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryTest {
  private static final RandomGenerator RANDOM = new Random(1);
  private static final Exception FAILURE = new IllegalStateException();

  @Test
  void exponentialWaitsDouble() {
    assertThat(waits(Retry.exponential(5).jitter(0)))
        .containsExactly(
            Optional.of(Duration.ofSeconds(5)),
            Optional.of(Duration.ofSeconds(10)),
            Optional.of(Duration.ofSeconds(20)),
            Optional.of(Duration.ofSeconds(40)),
            Optional.empty());
  }

  @Test
  void noWaitIsLongerThanTheLongest() {
    assertThat(waits(Retry.exponential(5).longest(Duration.ofSeconds(12)).jitter(0)))
        .startsWith(
            Optional.of(Duration.ofSeconds(5)),
            Optional.of(Duration.ofSeconds(10)),
            Optional.of(Duration.ofSeconds(12)),
            Optional.of(Duration.ofSeconds(12)));
  }

  @Test
  void jitterSpreadsAroundTheWait() {
    Retry retry = Retry.fixed(2, Duration.ofSeconds(100)).longest(Duration.ofHours(1)).jitter(0.2);

    List<Long> seconds =
        IntStream.range(0, 1000)
            .mapToObj(i -> retry.waitAfter(1, FAILURE, RANDOM).orElseThrow().toSeconds())
            .toList();

    assertThat(seconds)
        .allMatch(s -> s >= 80 && s <= 120)
        .anyMatch(s -> s < 85)
        .anyMatch(s -> s > 115);
  }

  @Test
  void aLargeNumberOfFailuresDoesNotOverflow() {
    assertThat(Retry.exponential(100_000).jitter(0).waitAfter(90_000, FAILURE, RANDOM))
        .contains(Duration.ofHours(1));
  }

  @Test
  void noneRunsOnce() {
    assertThat(waits(Retry.none())).first().isEqualTo(Optional.empty());
  }

  @Test
  void aFailureThatWillNotPassIsFinal() {
    Retry retry = Retry.exponential(5).unless(IllegalArgumentException.class::isInstance);

    assertThat(retry.waitAfter(1, new IllegalArgumentException(), RANDOM)).isEmpty();
    assertThat(retry.waitAfter(1, FAILURE, RANDOM)).isPresent();
  }

  @Test
  void impossibleNumbersAreRefused() {
    assertThatThrownBy(() -> Retry.exponential(0))
        .hasMessage("Retry: attempts must be 1 or more but was 0");
    assertThatThrownBy(() -> Retry.exponential(2).jitter(2))
        .hasMessage("Retry: jitter must be from 0 to 1 but was 2.0");
  }

  private static List<Optional<Duration>> waits(Retry retry) {
    return IntStream.rangeClosed(1, 5)
        .mapToObj(failures -> retry.waitAfter(failures, FAILURE, RANDOM))
        .toList();
  }
}
