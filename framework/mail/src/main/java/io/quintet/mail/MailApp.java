package io.quintet.mail;

import io.quintet.core.App;
import io.quintet.core.AppConfig;

/** Installs mail: its settings, checks and the command {@code sendtestmail}. */
public final class MailApp implements App {
  /** The app. */
  public MailApp() {}

  @Override
  public String label() {
    return "mail";
  }

  @Override
  public void configure(AppConfig config) {
    config
        .settings(
            MailSettings.BACKEND,
            MailSettings.URL,
            MailSettings.HOST,
            MailSettings.PORT,
            MailSettings.USER,
            MailSettings.PASSWORD,
            MailSettings.TLS,
            MailSettings.TIMEOUT,
            MailSettings.DEFAULT_FROM,
            MailSettings.FOLDER)
        .checks(new MailChecks())
        .commands(new SendTestMail());
  }
}
