package io.quintet.orm.internal.schema;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Chooses, the same from the same seed. */
record Dice(Random random) {
  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  <T> Optional<T> any(List<T> of) {
    return of.isEmpty() ? Optional.empty() : Optional.of(one(of));
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  int upTo(int most) {
    return random.nextInt(most + 1);
  }
}
