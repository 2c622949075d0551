package io.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestEndTest {
  private final List<String> done = new ArrayList<>();
  private final Request request = Request.get("/");

  @Test
  void whatWasAddedLastRunsFirstAndOnce() {
    request.onClose(() -> done.add("first"));
    request.onClose(() -> done.add("second"));

    request.close();
    request.close();

    assertThat(done).containsExactly("second", "first");
  }

  @Test
  void whatIsAddedAtTheEndRunsToo() {
    request.onClose(() -> done.add("last"));
    request.onClose(() -> request.onClose(() -> done.add("late")));

    request.close();

    assertThat(done).containsExactly("late", "last");
  }

  @Test
  void aFailureKeepsNothingElseFromRunning() {
    request.onClose(() -> {
      throw new IllegalStateException("second");
    });
    request.onClose(() -> done.add("between"));
    request.onClose(() -> {
      throw new IllegalStateException("first");
    });

    assertThatThrownBy(request::close)
        .hasMessage("first")
        .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessage("second"));
    assertThat(done).containsExactly("between");
  }
}
