package io.quintet.auth.commands;

import io.quintet.auth.User;
import io.quintet.auth.passwords.PasswordRule;
import io.quintet.auth.passwords.PasswordRules;
import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.CommandError;
import io.quintet.core.commands.Options;
import java.util.List;
import java.util.Map;

/** {@code createsuperuser}: makes a user who may do everything. */
public final class CreateSuperuser implements Command {
  /** The environment variable that holds the password where nobody can be asked. */
  public static final String PASSWORD_VARIABLE = "QUINTET_SUPERUSER_PASSWORD";

  @Override
  public String name() {
    return "createsuperuser";
  }

  @Override
  public String help() {
    return "Makes a user who may do everything.";
  }

  @Override
  public void options(Options options) {
    options
        .option("--username", "NAME", "The name to log in with.")
        .option("--email", "ADDRESS", "The e-mail address.")
        .option(
            "--password-variable",
            "VARIABLE",
            PASSWORD_VARIABLE,
            "The environment variable with the password, where nobody can be asked.");
  }

  @Override
  public int run(CommandContext context) {
    String username = value(context, "username", "User name:");
    if (User.objects.filter("username", username).exists()) {
      throw new CommandError("There is a user '" + username + "' already. Choose another name.");
    }
    String email = context.option("email").or(() -> context.terminal().ask("E-mail:")).orElse("");
    String password = password(context, username, email);
    User user = User.createSuperuser(username, email, password);
    context.terminal().success("Superuser '" + user.username + "' made.");
    return 0;
  }

  private static String value(CommandContext context, String option, String question) {
    return context
        .option(option)
        .or(() -> context.terminal().ask(question))
        .orElseThrow(() -> new CommandError("Nobody can be asked: give --" + option + "."));
  }

  private static String password(CommandContext context, String username, String email) {
    String variable = context.option("password-variable").orElse(PASSWORD_VARIABLE);
    String given = System.getenv(variable);
    if (given != null) {
      return checked(context, given, username, email);
    }
    while (true) {
      String first =
          context
              .terminal()
              .askSecret("Password:")
              .orElseThrow(() ->
                  new CommandError(
                      "Nobody can be asked: put the password into the environment variable "
                          + variable
                          + "."));
      String second = context.terminal().askSecret("The same again:").orElse("");
      if (!first.equals(second)) {
        context.terminal().warning("The two passwords differ.");
        continue;
      }
      List<PasswordRule.Violation> wrong = violations(context, first, username, email);
      if (wrong.isEmpty()) {
        return first;
      }
      wrong.forEach(violation -> context.terminal().warning(violation.message()));
    }
  }

  private static String checked(
      CommandContext context, String password, String username, String email) {
    List<PasswordRule.Violation> wrong = violations(context, password, username, email);
    if (!wrong.isEmpty()) {
      throw new CommandError(wrong.getFirst().message());
    }
    return password;
  }

  private static List<PasswordRule.Violation> violations(
      CommandContext context, String password, String username, String email) {
    return PasswordRules.check(
        context.site(), password, Map.of("user name", username, "e-mail address", email));
  }
}
