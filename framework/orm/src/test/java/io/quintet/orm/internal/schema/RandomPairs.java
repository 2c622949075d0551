package io.quintet.orm.internal.schema;

import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Pairs of states from a seed, each migrated there and back on one database. */
final class RandomPairs {
  private static final int SHOWN = 5;

  private record Pair(ProjectState from, ProjectState to) {}

  private final Vendor vendor;
  private final long seed;
  private int refused;

  RandomPairs(Vendor vendor, long seed) {
    this.vendor = vendor;
    this.seed = seed;
  }

  /** What failed among the first so many pairs, each made smaller; at most five. */
  List<String> failures(int count) {
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < count && failures.size() < SHOWN; i++) {
      Pair pair = pair(i);
      if (problem(pair).isPresent()) {
        failures.add("pair %d of seed %d on %s%n%s".formatted(i, seed, vendor, told(shrunk(pair))));
      }
    }
    return failures;
  }

  /** How many pairs were refused so far, as values would have had to be made up. */
  int refused() {
    return refused;
  }

  private Pair pair(int i) {
    Dice dice = new Dice(new Random(seed * 1_000_003 + i));
    ProjectState from = new RandomStates(dice).state();
    return new Pair(from, new RandomChanges(dice).of(from));
  }

  private Optional<String> problem(Pair pair) {
    RoundTrip trip = new RoundTrip(vendor, pair.from, pair.to);
    Optional<String> problem = trip.problem();
    refused += trip.wasRefused() ? 1 : 0;
    return problem;
  }

  /** A smaller pair that fails too, as small as removing one thing after another makes it. */
  private Pair shrunk(Pair pair) {
    Pair smallest = pair;
    boolean found = true;
    while (found) {
      found = false;
      for (Pair candidate : smaller(smallest)) {
        if (problem(candidate).isPresent()) {
          smallest = candidate;
          found = true;
          break;
        }
      }
    }
    return smallest;
  }

  private static List<Pair> smaller(Pair pair) {
    return Stream.concat(
            SmallerStates.of(pair.from).stream().map(from -> new Pair(from, pair.to)),
            SmallerStates.of(pair.to).stream().map(to -> new Pair(pair.from, to)))
        .filter(p -> !p.from.models().isEmpty() && RandomStates.isReachable(p.from, p.to))
        .toList();
  }

  private String told(Pair pair) {
    return "from %s%nto   %s%n%s"
        .formatted(shown(pair.from), shown(pair.to), problem(pair).orElse(""));
  }

  private static String shown(ProjectState state) {
    return String.join("\n     ", state.models().stream().map(ModelState::toString).toList());
  }
}
