package io.quintet.orm.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.orm.kinds.Guide;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of mistakes: what the compiler finds. */
class MistakesGuideTest {
  static List<Guide.Mistake> mistakes() {
    return Guide.mistakes("Found by the compiler");
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void theCompilerSaysWhatThePageShows(Guide.Mistake mistake) {
    String code = mistake.code();
    String model =
        code.contains("@Model")
            ? code
            : "@Model public class Item extends Entity {\n" + code + "\n}";
    assertThat(Compilation.of(model).errors())
        .extracting(Compilation.Failure::message)
        .containsExactly(mistake.message());
  }

  @Test
  void thereAreTen() {
    assertThat(mistakes()).hasSize(10);
  }
}
