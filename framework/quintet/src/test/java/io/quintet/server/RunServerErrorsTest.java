package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.commands.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A start that cannot be: one clear message on standard error, and an exit status. */
class RunServerErrorsTest {
  private static final String KEY = "0123456789".repeat(6);

  @TempDir Path folder;
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  private int run(Map<String, String> environment, String... words) {
    var err = new PrintStream(errors, true, StandardCharsets.UTF_8);
    var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return SmallSite.site()
        .configure(builder -> builder.baseDir(folder).env(environment))
        .execute(Terminal.plain(out, err), words);
  }

  private String message() {
    return errors.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aTakenPortIsNamed() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThat(run(Map.of("QUINTET_DEBUG", "true"), "runserver", String.valueOf(port)))
          .isEqualTo(1);
      assertThat(message())
          .hasLineCount(1)
          .contains("Port " + port + " at 127.0.0.1 is taken by another program")
          .contains("choose another port: runserver " + (port + 1));
      assertThat(folder)
          .as("nothing is migrated for a server that cannot start")
          .isDirectoryNotContaining("glob:**sqlite*");
    }
  }

  @Test
  void aDatabaseServerThatDoesNotAnswerIsNamedWithoutItsPassword() throws IOException {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    var environment =
        Map.of(
            "QUINTET_DEBUG",
            "true",
            "QUINTET_ORM_DATABASE_URL",
            "postgresql://me:hidden@127.0.0.1:" + port + "/site");
    assertThat(run(environment, "runserver", "0")).isEqualTo(1);
    assertThat(message())
        .hasLineCount(1)
        .contains("127.0.0.1:" + port + "/site")
        .doesNotContain("hidden");
  }

  @Test
  void aDatabaseFileThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    var environment =
        Map.of(
            "QUINTET_DEBUG", "true", "QUINTET_ORM_DATABASE_URL", "sqlite:" + file + "/db.sqlite3");
    assertThat(run(environment, "runserver", "0")).isEqualTo(1);
    assertThat(message()).hasLineCount(1).contains(file.toString());
  }

  @Test
  void aProductionSiteNeedsASecretKey() {
    assertThat(run(Map.of("QUINTET_HTTP_ALLOWED_HOSTS", "localhost"), "runserver", "0"))
        .isEqualTo(1);
    assertThat(message()).hasLineCount(1).contains("set QUINTET_SECRET_KEY");
  }

  @Test
  void aWrongSettingIsNamedWithWhereItCameFrom() {
    var environment = Map.of("QUINTET_SECRET_KEY", KEY, "QUINTET_HTTP_PORT", "eighty");
    assertThat(run(environment, "runserver")).isEqualTo(1);
    assertThat(message()).contains("http.port").contains("QUINTET_HTTP_PORT").contains("eighty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eighty", "65536", "-1", ":8000", "localhost:", "1.2.3.4:x"})
  void whatIsNoAddressIsRefusedWithTheForm(String text) {
    assertThat(run(Map.of("QUINTET_DEBUG", "true"), "runserver", text)).isEqualTo(2);
  }
}
