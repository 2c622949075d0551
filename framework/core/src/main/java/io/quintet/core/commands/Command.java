package io.quintet.core.commands;

/**
 * A command of the site: {@code ./manage NAME}.
 *
 * <pre>{@code
 * public final class ImportArticles implements Command {
 *   @Override public String name() { return "importarticles"; }
 *   @Override public String help() { return "Imports articles from a folder."; }
 *   @Override public void options(Options options) {
 *     options.argument("FOLDER", "Where the articles are.").flag("--dry-run", "Only say what would happen.");
 *   }
 *   @Override public int run(CommandContext context) {
 *     Path folder = Path.of(context.argument("FOLDER"));
 *     ...
 *     return 0;
 *   }
 * }
 * }</pre>
 */
public interface Command {

  /** The word on the command line: lower case. */
  String name();

  /** One sentence: what it does. */
  String help();

  /** Declares its arguments and options. */
  default void options(Options options) {}

  /**
   * Whether system checks run first, and an error in them keeps the command from running. Off for
   * commands that must work on a broken site.
   */
  default boolean checksFirst() {
    return false;
  }

  /**
   * Does the work with the site bound as the current one.
   *
   * @return the exit status: 0 for success
   * @throws CommandError for a failure that the user can mend; shown as one line
   */
  int run(CommandContext context) throws Exception;
}
