package io.quintet.rest.tokens;

import io.quintet.auth.User;
import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.CommandError;
import io.quintet.core.commands.Options;

/** {@code createtoken}: prints a user's API token, made if there is none. */
final class CreateToken implements Command {
  @Override
  public String name() {
    return "createtoken";
  }

  @Override
  public String help() {
    return "Prints a user's API token, made if there is none.";
  }

  @Override
  public void options(Options options) {
    options.argument("NAME", "Whose.");
    options.flag("--reset", "Makes a new token; the one before is worth nothing then.");
  }

  @Override
  public int run(CommandContext context) {
    String name = context.argument("NAME");
    User user =
        User.objects
            .filter("username", name)
            .first()
            .orElseThrow(() -> new CommandError("There is no user '" + name + "'."));
    Token token = context.flag("reset") ? Token.renew(user) : Token.of(user);
    context.terminal().line(token.key);
    return 0;
  }
}
