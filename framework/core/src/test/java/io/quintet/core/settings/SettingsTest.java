package io.quintet.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.CoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  static final Setting<Duration> AGE =
      Setting.duration("http.session-age", Duration.ofDays(14), "How long a session lasts");
  static final Setting<Integer> WORKERS =
      Setting.integer("tasks.workers", 4, "How many tasks run at once")
          .check(n -> n > 0, "it must be at least 1");
  static final Setting<String> KEY = Setting.secret("secret", "", "A secret");

  @TempDir Path folder;

  private Settings load(Map<Setting<?>, Object> code, Map<String, String> environment) {
    return Settings.load(
        List.of(CoreSettings.DEBUG, AGE, WORKERS, KEY),
        code,
        Map.of(KEY, () -> "made up"),
        folder,
        environment);
  }

  @Test
  void environmentBeatsDotEnvBeatsFileBeatsCodeBeatsDefault() throws IOException {
    assertThat(load(Map.of(), Map.of()).entry(AGE).printed()).isEqualTo("14d");
    Map<Setting<?>, Object> code = Map.of(AGE, Duration.ofDays(1));
    assertThat(load(code, Map.of()).get(AGE)).hasDays(1);
    Files.writeString(folder.resolve("settings.properties"), "http.session-age=2d\n");
    assertThat(load(code, Map.of()).get(AGE)).hasDays(2);
    Files.writeString(
        folder.resolve(".env"), "# a comment\nexport QUINTET_HTTP_SESSION_AGE='3d'\n");
    assertThat(load(code, Map.of()).get(AGE)).hasDays(3);
    Settings settings = load(code, Map.of("QUINTET_HTTP_SESSION_AGE", "90m"));
    assertThat(settings.get(AGE)).hasMinutes(90);
    assertThat(settings.entry(AGE).origin()).isEqualTo(Settings.Origin.ENVIRONMENT);
  }

  @Test
  void secretsAreNeverPrinted() {
    Settings settings = load(Map.of(), Map.of("QUINTET_SECRET", "abc"));
    assertThat(settings.entry(KEY).printed()).isEqualTo("********");
    assertThat(load(Map.of(), Map.of()).entry(KEY).printed()).isEqualTo("(not set)");
  }

  @Test
  void aNameThatIsNoSettingIsReportedWithTheOneThatWasMeant() {
    assertThat(load(Map.of(), Map.of("QUINTET_HTTP_SESION_AGE", "1d", "PATH", "x")).unknown())
        .containsExactly("QUINTET_HTTP_SESION_AGE (did you mean 'QUINTET_HTTP_SESSION_AGE'?)");
  }

  @Test
  void aValueMadeUpForDevelopmentIsUsedInDevelopmentOnly() {
    assertThat(load(Map.of(), Map.of("QUINTET_DEBUG", "true")).get(KEY)).isEqualTo("made up");
    assertThat(load(Map.of(), Map.of("QUINTET_DEBUG", "1", "QUINTET_SECRET", "x")).get(KEY))
        .isEqualTo("x");
    assertThat(load(Map.of(), Map.of()).get(KEY)).isEmpty();
  }

  @Test
  void sizesAreReadWithTheirUnits() {
    assertThat(DataSize.parse("10MB")).isEqualTo(DataSize.ofMegabytes(10)).hasToString("10MB");
    assertThat(DataSize.parse("1.5 k").bytes()).isEqualTo(1536);
    assertThat(DataSize.parse("700")).hasToString("700");
  }

  @Nested
  class Failures {
    @Test
    void everyWrongValueIsNamedAtOnce() {
      assertThatThrownBy(() ->
              load(
                  Map.of(),
                  Map.of("QUINTET_HTTP_SESSION_AGE", "soon", "QUINTET_TASKS_WORKERS", "0")))
          .isInstanceOf(SettingsException.class)
          .hasMessage(
              """
              2 settings are wrong:
                http.session-age (from the environment, QUINTET_HTTP_SESSION_AGE): 'soon' is not a\
               length of time: write it as 250ms, 90s, 15m, 2h, 14d or PT15M.
                tasks.workers (from the environment, QUINTET_TASKS_WORKERS): '0' is not allowed: it\
               must be at least 1.
              Run './manage settings' to see every setting, its value and its meaning.\
              """);
    }

    @Test
    void aLineOfDotEnvWithoutAnEqualsSignIsNamed() throws IOException {
      Files.writeString(folder.resolve(".env"), "\nnonsense\n");
      assertThatThrownBy(() -> load(Map.of(), Map.of()))
          .hasMessageContaining(".env, line 2: expected NAME=value.");
    }
  }
}
