package io.quintet.auth.commands;

import io.quintet.auth.User;
import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.CommandError;
import io.quintet.core.commands.Options;

/** {@code changepassword}: sets a user's password. */
public final class ChangePassword implements Command {
  @Override
  public String name() {
    return "changepassword";
  }

  @Override
  public String help() {
    return "Sets a user's password.";
  }

  @Override
  public void options(Options options) {
    options.argument("NAME", "Whose.");
  }

  @Override
  public int run(CommandContext context) {
    String name = context.argument("NAME");
    User user =
        User.objects
            .filter("username", name)
            .first()
            .orElseThrow(() -> new CommandError("There is no user '" + name + "'."));
    String first =
        context
            .terminal()
            .askSecret("New password:")
            .orElseThrow(() -> new CommandError("Nobody can be asked: run this on a terminal."));
    if (!context.terminal().askSecret("The same again:").orElse("").equals(first)) {
      throw new CommandError("The two passwords differ; nothing was changed.");
    }
    user.changePassword(first);
    user.save();
    context.terminal().success("The password of '" + name + "' was changed.");
    return 0;
  }
}
