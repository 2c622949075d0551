package io.quintet.mail.internal;

import io.quintet.mail.Attachment;
import io.quintet.mail.Mail;
import io.quintet.mail.MailAddress;
import io.quintet.mail.spi.MailTransport;
import java.io.PrintStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** Prints mails for a developer to read. */
public final class ConsoleTransport implements MailTransport {
  private static final String LINE = "-".repeat(72);

  private final PrintStream out;
  private final Clock clock;

  /** A transport to a stream. */
  public ConsoleTransport(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public void send(List<Mail> mails) {
    StringBuilder page = new StringBuilder();
    mails.forEach(mail -> print(page, mail));
    out.print(page);
    out.flush();
  }

  private void print(StringBuilder page, Mail mail) {
    line(page, LINE);
    mail.from().ifPresent(from -> line(page, "From: " + from));
    addresses(page, "To", mail.to());
    addresses(page, "Cc", mail.cc());
    addresses(page, "Bcc", mail.bcc());
    addresses(page, "Reply-To", mail.replyTo());
    line(page, "Subject: " + mail.subject());
    line(page, "Date: " + clock.instant().truncatedTo(ChronoUnit.SECONDS));
    mail.headers().forEach((name, value) -> line(page, name + ": " + value));
    line(page, "");
    String html = mail.html().orElse("");
    boolean htmlOnly = mail.text().isEmpty();
    (htmlOnly ? html : mail.text()).lines().forEach(text -> line(page, text));
    if (!htmlOnly && !html.isEmpty()) {
      line(page, "[and the same as HTML, " + html.length() + " characters]");
    }
    for (Attachment attachment : mail.attachments()) {
      line(page, "[attached: " + attachment + "]");
    }
    line(page, LINE);
  }

  private static void addresses(StringBuilder page, String name, List<MailAddress> addresses) {
    if (!addresses.isEmpty()) {
      line(
          page,
          addresses.stream()
              .map(MailAddress::toString)
              .collect(Collectors.joining(", ", name + ": ", "")));
    }
  }

  /** Control characters could steer the terminal: they are shown. */
  private static void line(StringBuilder page, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\t') {
        page.append("\\u%04x".formatted((int) c));
      } else {
        page.append(c);
      }
    }
    page.append(System.lineSeparator());
  }
}
