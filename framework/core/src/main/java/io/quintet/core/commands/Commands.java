package io.quintet.core.commands;

import io.quintet.core.ExtensionPoint;
import io.quintet.core.QuintetException;
import io.quintet.core.SiteContext;
import io.quintet.core.checks.CheckMessage;
import io.quintet.core.checks.Checks;
import io.quintet.core.text.Nearest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs the commands of a site from the words of a command line. */
public final class Commands {
  /** Where apps add their commands; a later app's command replaces an earlier one of its name. */
  public static final ExtensionPoint<Command> POINT = ExtensionPoint.named("commands");

  private static final Logger LOG = System.getLogger("io.quintet.commands");

  private Commands() {}

  /**
   * Runs one command.
   *
   * @param args the command's name and its arguments; none shows the help
   * @return the exit status: 0 success, 1 failure, 2 wrong usage
   */
  public static int run(SiteContext site, Terminal terminal, String... args) {
    Map<String, Command> commands = new TreeMap<>();
    for (Command command : site.extensions(POINT)) {
      commands.put(command.name(), command);
    }
    if (args.length == 0 || List.of("help", "--help", "-h").contains(args[0])) {
      if (args.length > 1 && commands.containsKey(args[1])) {
        return execute(commands.get(args[1]), site, terminal, "--help");
      }
      terminal.out().print(overview(site, commands.values()));
      return 0;
    }
    @Nullable Command command = commands.get(args[0]);
    if (command == null) {
      terminal.error(
          "There is no command '"
              + args[0]
              + "'"
              + Nearest.suggestion(args[0], commands.keySet())
              + ". './manage help' lists them all.");
      return 2;
    }
    return execute(command, site, terminal, Arrays.copyOfRange(args, 1, args.length));
  }

  private static int execute(
      Command command, SiteContext site, Terminal terminal, String... arguments) {
    CommandLines.Parsed parsed = CommandLines.parse(command, terminal, arguments);
    if (parsed.status() != CommandLines.RUN) {
      return parsed.status();
    }
    try {
      return site.call(() -> {
        if (command.checksFirst() && !checksPass(site, terminal)) {
          return 1;
        }
        return command.run(new CommandContext(site, terminal, parsed.values()));
      });
    } catch (CommandError e) {
      terminal.error(e.getMessage());
      return e.status();
    } catch (QuintetException e) {
      terminal.error(e.getMessage());
      LOG.log(Level.DEBUG, "The command '" + command.name() + "' failed", e);
      return 1;
    } catch (Exception e) {
      LOG.log(Level.ERROR, "The command '" + command.name() + "' failed", e);
      terminal.error("The command '" + command.name() + "' failed: " + e);
      return 1;
    }
  }

  private static boolean checksPass(SiteContext site, Terminal terminal) {
    List<CheckMessage> found =
        Checks.run(site, false).stream()
            .filter(message -> message.level() != CheckMessage.Level.INFO)
            .toList();
    if (!found.isEmpty()) {
      terminal.err().print(CheckReport.of(found));
    }
    return found.stream().noneMatch(message -> message.level() == CheckMessage.Level.ERROR);
  }

  private static String overview(SiteContext site, Collection<Command> commands) {
    int width = commands.stream().mapToInt(command -> command.name().length()).max().orElse(0) + 2;
    var text = new StringBuilder();
    text.append("Commands of the site '").append(site.name()).append("':\n\n");
    for (Command command : commands) {
      text.append("  ").append(command.name());
      text.repeat(' ', width - command.name().length());
      text.append(command.help()).append('\n');
    }
    return text.append("\n'./manage COMMAND --help' shows the options of one.\n").toString();
  }
}
