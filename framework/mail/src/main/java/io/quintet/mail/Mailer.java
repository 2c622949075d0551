package io.quintet.mail;

import io.quintet.core.ExtensionPoint;
import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.Service;
import io.quintet.core.SiteContext;
import io.quintet.mail.internal.ConsoleTransport;
import io.quintet.mail.internal.FileTransport;
import io.quintet.mail.internal.SmtpTransport;
import io.quintet.mail.spi.MailBackend;
import io.quintet.mail.spi.MailTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sends the mails of a site, the way its settings say. */
public final class Mailer implements AutoCloseable {
  /** The mailer of a site. */
  public static final Service<Mailer> SERVICE =
      Service.of("mailer", Mailer::of).closing(Mailer::close);

  /** Where apps add kinds of transports for the setting {@code mail.backend}. */
  public static final ExtensionPoint<MailBackend> BACKENDS = ExtensionPoint.named("mail back ends");

  private record BuiltIn(String name, Function<SiteContext, MailTransport> factory)
      implements MailBackend {
    @Override
    public MailTransport open(SiteContext site) {
      return factory.apply(site);
    }
  }

  private static final List<MailBackend> BUILT_IN =
      List.of(
          new BuiltIn("console", site -> new ConsoleTransport(System.out, site.clock())),
          new BuiltIn("file", site -> new FileTransport(MailSetup.of(site).folder(), site.clock())),
          new BuiltIn("smtp", Mailer::smtp),
          new BuiltIn("memory", site -> new Outbox()));

  private final MailTransport transport;
  private final MailAddress defaultFrom;

  /**
   * A mailer over a transport.
   *
   * @param transport how mails leave
   * @param defaultFrom the sender of mails that name none
   */
  public Mailer(MailTransport transport, MailAddress defaultFrom) {
    this.transport = transport;
    this.defaultFrom = defaultFrom;
  }

  private static Mailer of(SiteContext site) {
    MailBackend backend =
        backend(site).orElseThrow(() -> new ImproperlyConfigured(unknownBackend(site)));
    return new Mailer(
        backend.open(site), MailAddress.parse(site.setting(MailSettings.DEFAULT_FROM)));
  }

  private static MailTransport smtp(SiteContext site) {
    MailSetup setup = MailSetup.of(site);
    return new SmtpTransport(
        setup.host(),
        setup.port(),
        setup.user(),
        setup.password(),
        setup.tls(),
        site.setting(MailSettings.TIMEOUT),
        site.clock());
  }

  static Optional<MailBackend> backend(SiteContext site) {
    String name = MailSetup.of(site).backend();
    return known(site).stream().filter(backend -> backend.name().equals(name)).findFirst();
  }

  static String unknownBackend(SiteContext site) {
    return "mail.backend is \"%s\"; this site knows %s"
        .formatted(
            MailSetup.of(site).backend(), known(site).stream().map(MailBackend::name).toList());
  }

  private static List<MailBackend> known(SiteContext site) {
    List<MailBackend> known = new ArrayList<>(site.extensions(BACKENDS));
    known.addAll(BUILT_IN);
    return known;
  }

  /**
   * The mailer of the current site.
   *
   * @return the mailer
   */
  public static Mailer current() {
    return SiteContext.current().service(SERVICE);
  }

  /**
   * Sends mails in order, over one connection where there is one.
   *
   * @param mails the mails
   * @throws MailException if one could not be handed over; those before it were
   */
  public void send(Mail... mails) {
    send(List.of(mails));
  }

  /**
   * Sends mails in order, over one connection where there is one.
   *
   * @param mails the mails
   * @throws MailException if one could not be handed over; those before it were
   */
  public void send(List<Mail> mails) {
    if (!mails.isEmpty()) {
      transport.send(mails.stream().map(this::withSender).toList());
    }
  }

  private Mail withSender(Mail mail) {
    return mail.from().isPresent() ? mail : mail.toBuilder().from(defaultFrom).build();
  }

  /**
   * The mails that were kept in the place of being sent.
   *
   * @return the outbox
   * @throws MailException if {@code mail.backend} is not {@code memory}
   */
  public Outbox outbox() {
    if (transport instanceof Outbox outbox) {
      return outbox;
    }
    throw new MailException(
        "Mails are sent, not kept; for a test set mail.backend to memory: builder.set(MailSettings.BACKEND, \"memory\")");
  }

  /** Closes the transport. */
  @Override
  public void close() {
    transport.close();
  }
}
