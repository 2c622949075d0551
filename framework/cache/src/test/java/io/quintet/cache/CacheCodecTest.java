package io.quintet.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.cache.spi.CacheCodec;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CacheCodecTest {
  @Test
  void bytesThatSomebodyElseWroteNeverDoMoreThanFail() {
    byte[] good = CacheCodec.encode(Map.of("a", List.of(1, "b", 2.5)));
    Random random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      try {
        CacheCodec.decode(bad);
      } catch (CacheException expected) {
        assertThat(expected).hasMessageNotContaining("null");
      }
    }
  }

  @Test
  void aHugeLengthIsRefusedWithoutReservingMemory() {
    assertThatThrownBy(
            () -> CacheCodec.decode(new byte[] {1, 'S', 0x7f, (byte) 0xff, (byte) 0xff, 0}))
        .isInstanceOf(CacheException.class);
    assertThatThrownBy(
            () -> CacheCodec.decode(new byte[] {1, 'L', 0x7f, (byte) 0xff, (byte) 0xff, 0}))
        .isInstanceOf(CacheException.class);
  }

  @Test
  void serializedJavaObjectsAreRefused() {
    assertThatThrownBy(() -> CacheCodec.decode(new byte[] {(byte) 0xac, (byte) 0xed, 0, 5}))
        .isInstanceOf(CacheException.class)
        .hasMessage("Unknown format -84");
  }
}
