package io.quintet.mail.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quintet.core.signing.Crypto;
import io.quintet.mail.Attachment;
import io.quintet.mail.Mail;
import io.quintet.mail.MailAddress;
import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns a mail into the form that travels. */
final class MimeWriter {
  private static final String CHARSET = "UTF-8";
  private static final int LONGEST_LINE = 76;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private static final class IdentifiedMessage extends MimeMessage {
    private final String id;

    IdentifiedMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  private MimeWriter() {}

  /** The message, complete but for the envelope. */
  static MimeMessage message(Mail mail, Session session, Clock clock)
      throws MessagingException, UnsupportedEncodingException {
    MailAddress from = mail.from().orElseThrow();
    MimeMessage message = new IdentifiedMessage(session, newId(clock, from));
    message.setFrom(address(from));
    message.setRecipients(Message.RecipientType.TO, addresses(mail.to()));
    message.setRecipients(Message.RecipientType.CC, addresses(mail.cc()));
    if (!mail.replyTo().isEmpty()) {
      message.setReplyTo(addresses(mail.replyTo()));
    }
    message.setSubject(mail.subject(), CHARSET);
    message.setHeader("Date", DATE.format(clock.instant().atOffset(ZoneOffset.UTC)));
    for (Map.Entry<String, String> header : mail.headers().entrySet()) {
      message.setHeader(header.getKey(), encoded(header.getKey(), header.getValue()));
    }
    if (mail.attachments().isEmpty()) {
      fillBody(message, mail);
    } else {
      MimeMultipart mixed = new MimeMultipart("mixed");
      MimeBodyPart body = new MimeBodyPart();
      fillBody(body, mail);
      mixed.addBodyPart(body);
      for (Attachment attachment : mail.attachments()) {
        mixed.addBodyPart(part(attachment));
      }
      message.setContent(mixed);
    }
    message.saveChanges();
    return message;
  }

  private static String newId(Clock clock, MailAddress from) {
    return "<%d.%s@%s>".formatted(clock.millis(), Crypto.randomString(20), from.asciiDomain());
  }

  static InternetAddress address(MailAddress address) throws UnsupportedEncodingException {
    InternetAddress result = new InternetAddress();
    result.setAddress(address.asciiAddress());
    if (!address.name().isEmpty()) {
      result.setPersonal(address.name(), CHARSET);
    }
    return result;
  }

  static InternetAddress[] addresses(List<MailAddress> list) throws UnsupportedEncodingException {
    InternetAddress[] addresses = new InternetAddress[list.size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = address(list.get(i));
    }
    return addresses;
  }

  private static String encoded(String name, String value) throws UnsupportedEncodingException {
    return MimeUtility.fold(name.length() + 2, MimeUtility.encodeText(value, CHARSET, null));
  }

  private static void fillBody(MimePart part, Mail mail) throws MessagingException {
    String html = mail.html().orElse(null);
    if (html == null) {
      fillText(part, mail.text(), "plain");
    } else if (mail.text().isEmpty()) {
      fillText(part, html, "html");
    } else {
      MimeBodyPart plain = new MimeBodyPart();
      fillText(plain, mail.text(), "plain");
      MimeBodyPart rich = new MimeBodyPart();
      fillText(rich, html, "html");
      part.setContent(new MimeMultipart("alternative", plain, rich));
    }
  }

  private static void fillText(MimePart part, String text, String subtype)
      throws MessagingException {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
    part.setDataHandler(
        new DataHandler(
            new ByteArrayDataSource(lines.getBytes(UTF_8), "text/" + subtype + "; charset=UTF-8")));
    part.setHeader("Content-Type", "text/" + subtype + "; charset=UTF-8");
    part.setHeader("Content-Transfer-Encoding", isPlain(lines) ? "7bit" : "quoted-printable");
  }

  /** Whether every mail server carries the text as it is. */
  private static boolean isPlain(String text) {
    return text.lines().allMatch(line -> line.length() <= LONGEST_LINE)
        && text.chars().allMatch(c -> c < 127 && (c >= ' ' || c == '\r' || c == '\n' || c == '\t'));
  }

  private static BodyPart part(Attachment attachment) throws MessagingException {
    ContentType type = new ContentType(attachment.contentType());
    ParameterList typeParameters = type.getParameterList();
    if (typeParameters == null) {
      typeParameters = new ParameterList();
    }
    typeParameters.set("name", attachment.fileName(), CHARSET);
    type.setParameterList(typeParameters);
    ParameterList parameters = new ParameterList();
    parameters.set("filename", attachment.fileName(), CHARSET);
    ContentDisposition disposition = new ContentDisposition("attachment", parameters);
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.contentType())));
    part.setHeader("Content-Type", type.toString());
    part.setHeader("Content-Disposition", disposition.toString());
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }
}
