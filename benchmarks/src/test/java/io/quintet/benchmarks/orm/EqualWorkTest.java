package io.quintet.benchmarks.orm;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A comparison is worth something only if every peer does the same. */
class EqualWorkTest {
  @Test
  void quintetDoesWhatHandWrittenJdbcDoes() throws Exception {
    try (BenchmarkDatabase tables = BenchmarkDatabase.create("sqlite");
        Peer quintet = Peer.open("quintet", tables)) {
      assertThatCode(() -> EqualWork.check(quintet, tables)).doesNotThrowAnyException();
    }
  }

  @Test
  void anUnknownPeerIsToldWhereTheOthersAre() throws Exception {
    try (BenchmarkDatabase tables = BenchmarkDatabase.create("sqlite")) {
      assertThatThrownBy(() -> Peer.open("nobody", tables))
          .hasMessage(
              "No peer is called nobody. Those beside jdbc and quintet are in the module benchmarks/peers, which ./manage jmh builds.");
    }
  }
}
