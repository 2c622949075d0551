package io.quintet.orm.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random pairs of states, from a seed. Each is migrated there and back; a pair that fails is made
 * smaller before it is shown. More pairs: {@code -Dquintet.migrations.pairs=200}, others: {@code
 * -Dquintet.migrations.seed=7}.
 */
class RoundTripTest {
  private static final int PAIRS = Integer.getInteger("quintet.migrations.pairs", 15);
  private static final long SEED = Long.getLong("quintet.migrations.seed", 1L);

  @ParameterizedTest
  @EnumSource
  void thereAndBackGivesWhatIsMadeAfresh(Vendor vendor) {
    RandomPairs pairs = new RandomPairs(vendor, SEED);
    List<String> failures = pairs.failures(PAIRS);
    assertThat(failures).as(String.join("\n", failures)).isEmpty();
    assertThat(pairs.refused()).as("pairs that were refused").isLessThanOrEqualTo(PAIRS / 10);
  }
}
