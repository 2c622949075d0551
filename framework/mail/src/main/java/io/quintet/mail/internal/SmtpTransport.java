package io.quintet.mail.internal;

import io.quintet.mail.Mail;
import io.quintet.mail.MailException;
import io.quintet.mail.MailSettings.Tls;
import io.quintet.mail.spi.MailTransport;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** Hands mails to a mail server. What is not encrypted as the settings demand is not sent. */
public final class SmtpTransport implements MailTransport {
  private final String host;
  private final int port;
  private final String user;
  private final String password;
  private final Clock clock;
  private final Session session;

  /** A transport to a server; it is contacted when a mail is sent. */
  public SmtpTransport(
      String host, int port, String user, String password, Tls tls, Duration timeout, Clock clock) {
    this.host = host;
    this.port = port;
    this.user = user;
    this.password = password;
    this.clock = clock;
    this.session = Session.getInstance(properties(tls, timeout, !user.isEmpty()));
  }

  private static Properties properties(Tls tls, Duration timeout, boolean login) {
    String millis = Long.toString(timeout.toMillis());
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", millis);
    properties.setProperty("mail.smtp.timeout", millis);
    properties.setProperty("mail.smtp.writetimeout", millis);
    properties.setProperty("mail.smtp.auth", Boolean.toString(login));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls == Tls.IMPLICIT));
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(tls == Tls.STARTTLS));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(tls == Tls.STARTTLS));
    return properties;
  }

  @Override
  public void send(List<Mail> mails) {
    int sent = 0;
    try {
      sent = MailLibrary.call(() -> sendAll(mails));
    } catch (PartlySent e) {
      throw failed(mails, e.sent, e.failure);
    } catch (Exception e) {
      throw failed(mails, sent, e);
    }
  }

  private static final class PartlySent extends Exception {
    private static final long serialVersionUID = 1L;
    private final int sent;
    private final Exception failure;

    PartlySent(int sent, Exception failure) {
      super(failure);
      this.sent = sent;
      this.failure = failure;
    }
  }

  private int sendAll(List<Mail> mails) throws Exception {
    int sent = 0;
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect(host, port, user.isEmpty() ? null : user, user.isEmpty() ? null : password);
      for (Mail mail : mails) {
        MimeMessage message = MimeWriter.message(mail, session, clock);
        transport.sendMessage(message, MimeWriter.addresses(mail.recipients()));
        sent++;
      }
    } catch (Exception e) {
      if (sent == mails.size()) {
        return sent;
      }
      throw new PartlySent(sent, e);
    }
    return sent;
  }

  private MailException failed(List<Mail> mails, int sent, Exception e) {
    String done = mails.size() == 1 ? "" : " (%d of %d were sent)".formatted(sent, mails.size());
    return new MailException(
        "%s was not sent%s: the mail server %s:%d %s"
            .formatted(mails.get(sent), done, host, port, reason(e)),
        e);
  }

  private static String reason(Exception e) {
    StringBuilder reason = new StringBuilder("did not take it: ").append(oneLine(e));
    Throwable next = e instanceof MessagingException m ? m.getNextException() : e.getCause();
    for (int depth = 0; next instanceof Exception cause && depth < 3; depth++) {
      reason.append("; ").append(oneLine(cause));
      next = cause instanceof MessagingException m ? m.getNextException() : cause.getCause();
    }
    return reason.toString();
  }

  private static String oneLine(Throwable e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.strip().replaceAll("\\p{Cntrl}+", " ");
  }
}
