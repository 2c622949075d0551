package io.quintet.server;

import io.quintet.SampleContent;
import io.quintet.auth.User;
import io.quintet.core.SiteContext;
import io.quintet.core.commands.CommandContext;
import io.quintet.core.commands.Terminal;
import io.quintet.core.signing.Crypto;
import io.quintet.orm.Db;
import java.util.List;

/**
 * What the first start in development does once: sample content and an administrator, in one
 * transaction, so that a start that is broken off leaves nothing and the next one begins anew.
 */
final class FirstRun {
  private static final int PASSWORD_LENGTH = 16;
  private static final String USERNAME = "admin";

  private FirstRun() {}

  static void prepare(CommandContext context) throws Exception {
    SiteContext site = context.site();
    if (site.app("auth").isEmpty() || User.objects.all().exists()) {
      return;
    }
    Terminal terminal = context.terminal();
    String password = Crypto.randomString(PASSWORD_LENGTH);
    List<SampleContent> samples = site.extensions(SampleContent.POINT);
    Db.atomic(() -> {
      for (SampleContent sample : samples) {
        terminal.progress("Loading the sample content …");
        sample.load(site, terminal);
      }
      return User.createSuperuser(USERNAME, "admin@example.org", password);
    });
    terminal.progressDone();
    if (!samples.isEmpty()) {
      terminal.line("Loaded the sample content.");
    }
    terminal.line("");
    terminal.line("  An administrator was made for you:");
    terminal.line("    user name  " + terminal.bold(USERNAME));
    terminal.line("    password   " + terminal.bold(password) + "   (shown this once)");
    terminal.line("");
  }
}
