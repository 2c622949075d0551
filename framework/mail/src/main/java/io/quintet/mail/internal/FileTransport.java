package io.quintet.mail.internal;

import io.quintet.core.signing.Crypto;
import io.quintet.mail.Mail;
import io.quintet.mail.MailException;
import io.quintet.mail.spi.MailTransport;
import jakarta.mail.Session;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Writes each mail into a file that mail programs open. */
public final class FileTransport implements MailTransport {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);

  private final Path folder;
  private final Clock clock;
  private final Session session = Session.getInstance(new Properties());

  /** A transport into a folder, which is made when the first mail comes. */
  public FileTransport(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public void send(List<Mail> mails) {
    for (Mail mail : mails) {
      try {
        MailLibrary.call(() -> write(mail));
      } catch (Exception e) {
        throw new MailException(
            "%s could not be written to %s: %s; see that the folder can be written"
                .formatted(mail, folder, e.getMessage()),
            e);
      }
    }
  }

  private Path write(Mail mail) throws Exception {
    Files.createDirectories(folder);
    String time = NAME.format(clock.instant().atOffset(ZoneOffset.UTC));
    Path target = folder.resolve(time + "-" + Crypto.randomString(8) + ".eml");
    Path temporary = Files.createTempFile(folder, "", ".tmp");
    try {
      try (OutputStream out = Files.newOutputStream(temporary)) {
        MimeWriter.message(mail, session, clock).writeTo(out);
      }
      return Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
