package io.quintet.mail;

import io.quintet.core.commands.Command;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.CommandError;
import io.quintet.core.commands.Options;
import java.util.List;

/** The command {@code sendtestmail}. */
final class SendTestMail implements Command {
  @Override
  public String name() {
    return "sendtestmail";
  }

  @Override
  public String help() {
    return "Sends a short mail, to try the settings.";
  }

  @Override
  public void options(Options options) {
    options.arguments("ADDRESS", "Whom to send it to; several are separated by blanks.");
  }

  @Override
  public int run(CommandContext context) {
    List<String> addresses = context.arguments("ADDRESS");
    if (addresses.isEmpty()) {
      throw new CommandError("Say whom to send the mail to: sendtestmail ann@example.org");
    }
    String site = context.site().name();
    try {
      Mail.to(addresses.toArray(String[]::new))
          .subject("Test mail from " + site)
          .text(
              "This mail was sent by the command sendtestmail of %s, at %s.%nIf you can read it, the mail settings work.%n"
                  .formatted(site, context.site().clock().instant()))
          .send();
    } catch (MailException e) {
      throw new CommandError(e.getMessage(), e);
    }
    context.line(
        "Sent to %s by the back end \"%s\"."
            .formatted(String.join(", ", addresses), MailSetup.of(context.site()).backend()));
    return 0;
  }
}
