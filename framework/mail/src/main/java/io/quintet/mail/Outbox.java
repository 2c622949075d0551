package io.quintet.mail;

import io.quintet.mail.spi.MailTransport;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Mails kept in memory in the place of being sent, for tests: {@code mail.backend} is {@code
 * memory}.
 */
public final class Outbox implements MailTransport {
  private final List<Mail> sent = new CopyOnWriteArrayList<>();

  /** An empty outbox. */
  public Outbox() {}

  /**
   * The outbox of the current site.
   *
   * @return the outbox
   * @throws MailException if {@code mail.backend} is not {@code memory}
   */
  public static Outbox current() {
    return Mailer.current().outbox();
  }

  @Override
  public void send(List<Mail> mails) {
    sent.addAll(mails);
  }

  /**
   * The mails that were sent, the oldest first.
   *
   * @return the mails so far
   */
  public List<Mail> mails() {
    return List.copyOf(sent);
  }

  /**
   * The mail that was sent last.
   *
   * @return the mail
   * @throws NoSuchElementException if none was sent
   */
  public Mail last() {
    if (sent.isEmpty()) {
      throw new NoSuchElementException("No mail was sent");
    }
    return sent.getLast();
  }

  /** Forgets the mails. */
  public void clear() {
    sent.clear();
  }
}
