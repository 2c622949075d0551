package io.quintet.templates;

import io.quintet.fuzzing.Corpus;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the fuzzer found worth keeping, and inputs made at random: nothing but template errors, all
 * ways to render alike, no value unescaped. {@code ./manage fuzz templates 20m} looks for more.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FuzzReplayTest {
  private static final int ROUNDS = 250;
  private static final int LONGEST = 300;

  static List<Corpus.Input> templates() {
    return Corpus.of(TemplateFuzz.class);
  }

  static List<Corpus.Input> texts() {
    return Corpus.of(TemplateTextFuzz.class);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void templatesOfNestedTagsRenderEscaped(Corpus.Input input) {
    TemplateFuzz.fuzzerTestOneInput(input.bytes());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void anyTextIsATemplateOrASyntaxError(Corpus.Input input) {
    TemplateTextFuzz.fuzzerTestOneInput(input.bytes());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void templatesMadeAtRandomRenderEscaped(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] input = new byte[random.nextInt(LONGEST)];
      random.nextBytes(input);
      try {
        TemplateFuzz.fuzzerTestOneInput(input);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("The line of the corpus for it: " + Corpus.encode(input), e);
      }
    }
  }
}
