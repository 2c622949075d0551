package io.quintet.http;

import io.quintet.fuzzing.Corpus;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestFuzzTest {
  static List<Corpus.Input> requests() {
    return Corpus.of(RequestFuzz.class);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void noRequestIsAFailureOfTheServer(Corpus.Input input) {
    RequestFuzz.fuzzerTestOneInput(input.bytes());
  }
}
