package io.quintet.mail.spi;

import io.quintet.mail.Mail;
import java.util.List;

/** A way for mails to leave. Used by many threads at once. */
public interface MailTransport extends AutoCloseable {
  /**
   * Hands mails over, in order.
   *
   * @param mails the mails, each with a sender
   * @throws io.quintet.mail.MailException if one could not be handed over; those before it were
   */
  void send(List<Mail> mails);

  /** Lets go of connections. */
  @Override
  default void close() {}
}
