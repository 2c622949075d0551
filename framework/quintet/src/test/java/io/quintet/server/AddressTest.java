package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AddressTest {
  @Test
  void aPortAloneKeepsTheHost() {
    assertThat(Address.parse("8001", "127.0.0.1")).isEqualTo(new Address("127.0.0.1", 8001));
  }

  @Test
  void hostAndPortAreSeparatedByTheLastColon() {
    assertThat(Address.parse("0.0.0.0:80", "x")).isEqualTo(new Address("0.0.0.0", 80));
    assertThat(Address.parse("[::1]:8001", "x")).isEqualTo(new Address("::1", 8001));
  }

  @Test
  void anythingElseIsRefusedWithAnExample() {
    assertThatThrownBy(() -> Address.parse("eighty", "x"))
        .hasMessageContaining("'eighty' is not an address")
        .hasMessageContaining("0.0.0.0:8001");
    assertThatThrownBy(() -> Address.parse("[::1]", "x")).hasMessageContaining("is not an address");
    assertThatThrownBy(() -> Address.parse("::1:80", "x")).hasMessageContaining("[::1]:8001");
  }
}
