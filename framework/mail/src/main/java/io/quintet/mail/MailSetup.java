package io.quintet.mail;

import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.SiteContext;
import io.quintet.mail.MailSettings.Tls;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;

/** The settings of a site in force, {@code mail.url} taken apart. */
record MailSetup(
    String backend, Path folder, String host, int port, String user, String password, Tls tls) {
  private static final String FORM =
      "mail.url: write it as smtp://USER:PASSWORD@HOST:PORT, smtps://USER:PASSWORD@HOST:PORT, smtp://HOST:25?tls=none, console:, file:FOLDER or memory:";

  /**
   * Reads the settings.
   *
   * @throws ImproperlyConfigured if {@code mail.url} cannot be read; it is not quoted, as it may
   *     hold a password
   */
  static MailSetup of(SiteContext site) {
    MailSetup fromSettings =
        new MailSetup(
            site.setting(MailSettings.BACKEND),
            site.baseDir().resolve(site.setting(MailSettings.FOLDER)),
            site.setting(MailSettings.HOST),
            site.setting(MailSettings.PORT),
            site.setting(MailSettings.USER),
            site.setting(MailSettings.PASSWORD),
            site.setting(MailSettings.TLS));
    String url = site.setting(MailSettings.URL);
    return (url.isEmpty() ? fromSettings : fromSettings.with(site, url)).withPort();
  }

  private MailSetup with(SiteContext site, String url) {
    int colon = url.indexOf(':');
    String scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = url.substring(colon + 1);
    return switch (scheme) {
      case "console", "memory" -> new MailSetup(scheme, folder, host, port, user, password, tls);
      case "file" -> {
        Path path = rest.isEmpty() ? folder : site.baseDir().resolve(withoutSlashes(rest));
        yield new MailSetup("file", path, host, port, user, password, tls);
      }
      case "smtp" -> server(url, Tls.STARTTLS);
      case "smtps" -> server(url, Tls.IMPLICIT);
      default -> throw new ImproperlyConfigured(FORM);
    };
  }

  private static String withoutSlashes(String path) {
    return path.startsWith("///") ? path.substring(2) : path;
  }

  private MailSetup server(String url, Tls byScheme) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw new ImproperlyConfigured(FORM);
    }
    if (uri.getHost() == null) {
      throw new ImproperlyConfigured(FORM);
    }
    String login = uri.getUserInfo() == null ? "" : uri.getUserInfo();
    int colon = login.indexOf(':');
    return new MailSetup(
        "smtp",
        folder,
        uri.getHost(),
        Math.max(0, uri.getPort()),
        colon < 0 ? login : login.substring(0, colon),
        colon < 0 ? "" : login.substring(colon + 1),
        tls(uri.getQuery() == null ? "" : uri.getQuery(), byScheme));
  }

  private static Tls tls(String query, Tls byScheme) {
    return switch (query.toLowerCase(Locale.ROOT)) {
      case "" -> byScheme;
      case "tls=none" -> Tls.NONE;
      case "tls=starttls" -> Tls.STARTTLS;
      case "tls=implicit" -> Tls.IMPLICIT;
      default ->
          throw new ImproperlyConfigured(
              "mail.url: after the question mark only tls=none, tls=starttls or tls=implicit is allowed");
    };
  }

  private MailSetup withPort() {
    int known =
        port != 0
            ? port
            : switch (tls) {
              case NONE -> 25;
              case STARTTLS -> 587;
              case IMPLICIT -> 465;
            };
    return new MailSetup(backend, folder, host, known, user, password, tls);
  }

  boolean sendsPasswordInClear() {
    boolean here = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    return backend.equals("smtp") && tls == Tls.NONE && !user.isEmpty() && !here;
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return "MailSetup[" + backend + ", " + host + ":" + port + ", " + tls + "]";
  }
}
