package io.quintet.mail;

import io.quintet.core.settings.Setting;
import java.nio.file.Path;
import java.time.Duration;

/** The settings of this room. */
public final class MailSettings {
  /** How the connection to the mail server is protected. */
  public enum Tls {
    /** Not at all: for a relay on the same machine. */
    NONE,
    /** Begins in clear, then must change to TLS, or nothing is sent. */
    STARTTLS,
    /** TLS from the first byte. */
    IMPLICIT
  }

  /** The way mails leave. */
  public static final Setting<String> BACKEND =
      Setting.text(
          "mail.backend",
          "console",
          "How mails leave: console, file, smtp, memory (for tests), or what an app adds");

  /** Everything in one address. */
  public static final Setting<String> URL =
      Setting.secret(
          "mail.url",
          "",
          "All of it in one, stronger than the other settings: smtp://USER:PASSWORD@HOST:PORT"
              + " (STARTTLS), smtps://... (TLS), smtp://...?tls=none, console:, file:FOLDER, memory:");

  /** The mail server. */
  public static final Setting<String> HOST =
      Setting.text("mail.host", "localhost", "The mail server");

  /** The port of the mail server. */
  public static final Setting<Integer> PORT =
      Setting.integer(
              "mail.port", 0, "Its port; 0 for 587 with STARTTLS, 465 with TLS, 25 with neither")
          .check(port -> port >= 0 && port < 65_536, "a port is from 0 to 65535");

  /** The user to log in as. */
  public static final Setting<String> USER =
      Setting.text("mail.user", "", "User to log in as; empty for no log-in");

  /** The password to log in with. */
  public static final Setting<String> PASSWORD =
      Setting.secret("mail.password", "", "Password to log in with");

  /** How the connection is protected. */
  public static final Setting<Tls> TLS =
      Setting.enumeration(
          "mail.tls", Tls.STARTTLS, "Protection of the connection: starttls, implicit or none");

  /** How long to wait for the server. */
  public static final Setting<Duration> TIMEOUT =
      Setting.duration(
              "mail.timeout",
              Duration.ofSeconds(20),
              "How long to wait for the mail server, a step")
          .check(Duration::isPositive, "it must be positive");

  /** Who sends mails that name no sender. */
  public static final Setting<String> DEFAULT_FROM =
      Setting.text("mail.default-from", "webmaster@localhost", "Sender of mails that name none")
          .check(
              MailAddress::isValid, "write it as ann@example.org or Ann Example <ann@example.org>");

  /** The folder of the file back end. */
  public static final Setting<Path> FOLDER =
      Setting.path("mail.folder", Path.of("var/mail"), "Folder of the file back end");

  private MailSettings() {}
}
