package io.quintet.orm.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random pairs of states, from a seed. Each is migrated there and back; a pair that fails is made
 * smaller before it is shown. More pairs: {@code -Dquintet.migrations.pairs=200}, others: {@code
 * -Dquintet.migrations.seed=7}.
 */
class RoundTripTest {
  private static final int PAIRS = Integer.getInteger("quintet.migrations.pairs", 30);
  private static final long SEED = Long.getLong("quintet.migrations.seed", 1L);

  private static final int SHOWN = 5;

  private record Pair(ProjectState from, ProjectState to) {}

  @ParameterizedTest
  // The random states have checks over counted columns and indexes of expressions, which MariaDB
  // refuses.
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MARIADB")
  void thereAndBackGivesWhatIsMadeAfresh(Vendor vendor) {
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < PAIRS && failures.size() < SHOWN; i++) {
      RandomStates states = new RandomStates(new Random(SEED * 1_000_003 + i));
      ProjectState from = states.state();
      Pair pair = new Pair(from, states.changed(from));
      if (problem(vendor, pair).isPresent()) {
        Pair small = shrunk(vendor, pair);
        failures.add(
            "pair %d of seed %d%nfrom %s%nto   %s%n%s"
                .formatted(
                    i,
                    SEED,
                    shown(small.from),
                    shown(small.to),
                    problem(vendor, small).orElse("")));
      }
    }
    assertThat(failures).as(String.join("\n", failures)).isEmpty();
  }

  private static Optional<String> problem(Vendor vendor, Pair pair) {
    return new RoundTrip(vendor, pair.from, pair.to).problem();
  }

  /** A smaller pair that fails too, as small as removing one thing after another makes it. */
  private static Pair shrunk(Vendor vendor, Pair pair) {
    Pair smallest = pair;
    boolean found = true;
    while (found) {
      found = false;
      for (Pair candidate : smaller(smallest)) {
        if (problem(vendor, candidate).isPresent()) {
          smallest = candidate;
          found = true;
          break;
        }
      }
    }
    return smallest;
  }

  private static List<Pair> smaller(Pair pair) {
    return java.util.stream.Stream.concat(
            RandomStates.smaller(pair.from).stream().map(from -> new Pair(from, pair.to)),
            RandomStates.smaller(pair.to).stream().map(to -> new Pair(pair.from, to)))
        .filter(p -> !p.from.models().isEmpty())
        .toList();
  }

  private static String shown(ProjectState state) {
    return String.join("\n     ", state.models().stream().map(ModelState::toString).toList());
  }
}
