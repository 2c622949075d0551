package io.quintet.core.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.CoreApp;
import io.quintet.core.SiteContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  static final class Greet implements Command {
    @Override
    public String name() {
      return "greet";
    }

    @Override
    public String help() {
      return "Greets people.";
    }

    @Override
    public void options(Options options) {
      options
          .argument("NAME", "Whom.")
          .arguments("MORE", "Whom else.")
          .option("--word", "WORD", "Hello", "The word.")
          .flag("--loud", "In capitals.");
    }

    @Override
    public int run(CommandContext context) {
      if (context.argument("NAME").equals("nobody")) {
        throw new CommandError("Nobody is there.");
      }
      String text =
          context.option("word").orElseThrow()
              + " "
              + context.argument("NAME")
              + context.arguments("MORE");
      context.line(context.flag("loud") ? text.toUpperCase() : text);
      return 0;
    }
  }

  static final class GreetApp implements App {
    @Override
    public String label() {
      return "greet";
    }

    @Override
    public void configure(AppConfig config) {
      config.commands(new Greet());
    }
  }

  private int run(Map<String, String> environment, String... args) {
    try (SiteContext site =
        SiteContext.builder("test").env(environment).apps(new CoreApp(), new GreetApp()).build()) {
      return Commands.run(site, Terminal.plain(new PrintStream(out), new PrintStream(err)), args);
    }
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void argumentsAndOptionsReachTheCommand() {
    assertThat(run(Map.of(), "greet", "Ada", "--loud", "--word", "Hi", "Bob")).isZero();
    assertThat(out()).isEqualTo("HI ADA[BOB]\n");
  }

  @Test
  void helpListsTheCommands() {
    assertThat(run(Map.of())).isZero();
    assertThat(out())
        .contains("greet     Greets people.\n")
        .contains("settings  Lists every setting");
  }

  @Test
  void helpOfACommandListsItsOptions() {
    assertThat(run(Map.of(), "greet", "--help")).isZero();
    assertThat(out()).contains("Usage: ./manage greet").contains("--loud").contains("In capitals.");
  }

  @Test
  void anUnknownCommandNamesTheOneThatWasMeant() {
    assertThat(run(Map.of(), "gret")).isEqualTo(2);
    assertThat(err())
        .isEqualTo(
            "There is no command 'gret' (did you mean 'greet'?). './manage help' lists them all.\n");
  }

  @Test
  void aMissingArgumentIsNamed() {
    assertThat(run(Map.of(), "greet")).isEqualTo(2);
    assertThat(err()).contains("Missing required parameter: 'NAME'");
  }

  @Test
  void aFailureIsOneLine() {
    assertThat(run(Map.of(), "greet", "nobody")).isEqualTo(1);
    assertThat(err()).isEqualTo("Nobody is there.\n");
  }

  @Test
  void deploymentChecksNameWhatIsUnsafe() {
    assertThat(run(Map.of("QUINTET_DEBUG", "true"), "check", "--deploy")).isEqualTo(1);
    assertThat(out())
        .contains("error (core.E001) Development mode is on")
        .contains("error (core.E002) The secret key is not set")
        .contains("  hint: Set QUINTET_DEBUG=false.");
    assertThat(err()).isEqualTo("2 issues found.\n");
  }

  @Test
  void silencedChecksAreNotReported() {
    assertThat(run(Map.of("QUINTET_SILENCED_CHECKS", "core.E001,core.E002"), "check", "--deploy"))
        .isZero();
    assertThat(out()).isEqualTo("No issues found.\n");
  }

  @Test
  void settingsAreListedWithOriginAndMeaning() {
    assertThat(run(Map.of("QUINTET_TIME_ZONE", "Europe/Vienna"), "settings", "time")).isZero();
    assertThat(out())
        .isEqualTo(
            "time-zone = Europe/Vienna  [environment]\n"
                + "    Time zone in which times are shown. QUINTET_TIME_ZONE\n");
  }

  @Test
  void anOptionIsDeclaredWithItsDashes() {
    assertThatThrownBy(() -> new Options().flag("reset", "Starts anew."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("An option begins with two dashes: write \"--reset\" instead of \"reset\".");
  }
}
