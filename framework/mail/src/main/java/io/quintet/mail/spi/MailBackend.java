package io.quintet.mail.spi;

import io.quintet.core.SiteContext;

/** A kind of transport that the setting {@code mail.backend} can name. */
public interface MailBackend {
  /**
   * The name for {@code mail.backend}.
   *
   * @return such as {@code smtp}
   */
  String name();

  /**
   * Opens a transport; closed with the site.
   *
   * @param site the site, for its settings
   * @return the transport
   * @throws io.quintet.core.ImproperlyConfigured if a setting is wrong
   */
  MailTransport open(SiteContext site);
}
