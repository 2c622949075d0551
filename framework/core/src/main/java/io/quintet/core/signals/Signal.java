package io.quintet.core.signals;

import io.quintet.core.SiteContext;

/**
 * Something that happens, told to whoever listens: a typed constant with an event record.
 *
 * <pre>{@code
 * public record BookingMade(long bookingId) {}
 * public static final Signal<BookingMade> BOOKING_MADE = Signal.named("booking made");
 *
 * config.receiveAfterCommit(BOOKING_MADE, event -> Stats.count(event.bookingId()));   // an app listens
 * BOOKING_MADE.send(new BookingMade(booking.id));                                     // a view tells
 * }</pre>
 *
 * @param <E> the type of the event
 */
public final class Signal<E> {
  private final String name;

  private Signal(String name) {
    this.name = name;
  }

  /** A new signal; two signals of one name are still two signals. */
  public static <E> Signal<E> named(String name) {
    return new Signal<>(name);
  }

  /** The name, as it appears in messages. */
  public String name() {
    return name;
  }

  /**
   * Tells the receivers of the current site, in the order in which they were connected. An
   * exception of a receiver ends the delivery and reaches the caller; one of an after-commit
   * receiver is logged.
   */
  public void send(E event) {
    SiteContext.current().receivers().deliver(this, event);
  }

  /** Whether anyone in the current site listens: saves making an event that nobody reads. */
  public boolean hasReceivers() {
    return SiteContext.find().map(site -> site.receivers().has(this)).orElse(false);
  }

  @Override
  public String toString() {
    return name;
  }
}
