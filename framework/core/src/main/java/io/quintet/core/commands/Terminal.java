package io.quintet.core.commands;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a command writes and asks. Colours and progress appear only when a person watches: on a
 * terminal, unless {@code NO_COLOR} is set.
 */
public final class Terminal {
  private final PrintStream out;
  private final PrintStream err;
  private final @Nullable Console console;

  private Terminal(PrintStream out, PrintStream err, @Nullable Console console) {
    this.out = out;
    this.err = err;
    this.console = console;
  }

  /** The process's own terminal. */
  public static Terminal system() {
    @Nullable Console found = System.console();
    return new Terminal(System.out, System.err, found != null && found.isTerminal() ? found : null);
  }

  /** Plain output to the given streams; nobody can be asked. */
  public static Terminal plain(PrintStream out, PrintStream err) {
    return new Terminal(out, err, null);
  }

  /** Standard output. */
  public PrintStream out() {
    return out;
  }

  /** Standard error. */
  public PrintStream err() {
    return err;
  }

  /** Whether a person watches and can answer. */
  public boolean interactive() {
    return console != null;
  }

  /** Prints a line. */
  public void line(String text) {
    out.println(text);
  }

  /** Prints a line that reports success. */
  public void success(String text) {
    out.println(style("32", text));
  }

  /** Prints a line that warns, to standard error. */
  public void warning(String text) {
    err.println(style("33", text));
  }

  /** Prints a line that reports a failure, to standard error. */
  public void error(String text) {
    err.println(style("31", text));
  }

  /** The text in bold, on a terminal. */
  public String bold(String text) {
    return style("1", text);
  }

  /** The text in a faint colour, on a terminal. */
  public String faint(String text) {
    return style("2", text);
  }

  /**
   * Shows progress in place; nothing unless a person watches. End it with {@link #progressDone}.
   */
  public void progress(String text) {
    if (interactive()) {
      err.print("\r\u001b[K" + text);
      err.flush();
    }
  }

  /** Clears the progress line. */
  public void progressDone() {
    if (interactive()) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }

  /** Asks a question; empty when nobody can answer or the answer is empty. */
  public Optional<String> ask(String question) {
    if (console == null) {
      return Optional.empty();
    }
    @Nullable String answer = console.readLine("%s ", question);
    return answer == null || answer.isBlank() ? Optional.empty() : Optional.of(answer.strip());
  }

  /** Asks for a secret without echo; empty when nobody can answer. */
  public Optional<String> askSecret(String question) {
    if (console == null) {
      return Optional.empty();
    }
    char @Nullable [] answer = console.readPassword("%s ", question);
    return answer == null || answer.length == 0
        ? Optional.empty()
        : Optional.of(String.valueOf(answer));
  }

  /** Asks for a yes; {@code false} when nobody can answer. */
  public boolean confirm(String question) {
    return ask(question + " [y/N]")
        .map(answer -> answer.toLowerCase().startsWith("y"))
        .orElse(false);
  }

  private String style(String code, String text) {
    boolean colour = console != null && System.getenv("NO_COLOR") == null;
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
