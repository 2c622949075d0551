package io.quintet.mail;

import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.SiteContext;
import io.quintet.core.checks.Check;
import io.quintet.core.checks.CheckContext;
import io.quintet.core.checks.CheckMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds settings with which mails would not arrive, or a password would be readable on the way. */
final class MailChecks implements Check {
  private static final Set<String> NOT_SENDING = Set.of("console", "file", "memory");

  @Override
  public List<CheckMessage> run(CheckContext context) {
    SiteContext site = context.site();
    List<CheckMessage> found = new ArrayList<>();
    MailSetup setup;
    try {
      setup = MailSetup.of(site);
    } catch (ImproperlyConfigured e) {
      found.add(
          CheckMessage.error("mail.E001", e.getMessage(), "Set " + MailSettings.URL.variable()));
      return found;
    }
    if (Mailer.backend(site).isEmpty()) {
      found.add(
          CheckMessage.error(
              "mail.E002",
              Mailer.unknownBackend(site),
              "Set " + MailSettings.BACKEND.variable() + " to one of these"));
    }
    if (setup.sendsPasswordInClear()) {
      found.add(
          CheckMessage.warning(
              "mail.W001",
              "The password for " + setup.host() + " is sent without encryption",
              "Set " + MailSettings.TLS.variable() + " to starttls or implicit"));
    }
    if (context.deploy() && NOT_SENDING.contains(setup.backend())) {
      found.add(
          CheckMessage.warning(
              "mail.W002",
              "Mails go to the back end \"" + setup.backend() + "\" and reach nobody",
              "Set " + MailSettings.URL.variable() + " to smtp://USER:PASSWORD@HOST:587"));
    }
    if (context.deploy()
        && MailAddress.parse(site.setting(MailSettings.DEFAULT_FROM))
            .asciiDomain()
            .equals("localhost")) {
      found.add(
          CheckMessage.warning(
              "mail.W003",
              "Mails are sent from "
                  + site.setting(MailSettings.DEFAULT_FROM)
                  + ", which most servers refuse",
              "Set " + MailSettings.DEFAULT_FROM.variable() + " to an address of your domain"));
    }
    return found;
  }
}
