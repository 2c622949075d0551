package io.quintet.http.middleware;

import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.http.BadRequest;
import io.quintet.http.Hosts;
import io.quintet.http.HttpSettings;
import io.quintet.http.Middleware;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.Status;
import io.quintet.http.View;
import io.quintet.http.internal.Text;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Refuses hosts that are not the site's, and sends visitors on to HTTPS if the site asks for it.
 */
final class HostMiddleware implements Middleware {
  private static final Logger LOG = System.getLogger("io.quintet.http.host");
  private static final List<String> LOCAL = List.of(".localhost", "127.0.0.1", "[::1]");

  private final List<String> allowed;
  private final boolean debug;
  private final boolean httpsRedirect;

  HostMiddleware(SiteContext site) {
    List<String> configured = site.setting(HttpSettings.ALLOWED_HOSTS);
    this.debug = site.setting(CoreSettings.DEBUG);
    this.allowed = configured.isEmpty() && debug ? LOCAL : configured;
    this.httpsRedirect = site.setting(HttpSettings.HTTPS_REDIRECT);
  }

  @Override
  public Response handle(Request request, View next) throws Exception {
    boolean known =
        Hosts.parse(request.host())
            .filter(host -> Hosts.isAllowed(host.name(), allowed))
            .isPresent();
    if (!known) {
      throw refused(request.host());
    }
    if (httpsRedirect && !request.isSecure()) {
      int status = request.isGet() ? Status.MOVED_PERMANENTLY : Status.PERMANENT_REDIRECT;
      return Response.redirect(status, "https://" + request.host() + request.fullPath());
    }
    return next.handle(request);
  }

  private BadRequest refused(String host) {
    String hint =
        "Host "
            + Text.quote(host)
            + " is not allowed. If it is this site's, add it to the setting http.allowed-hosts.";
    LOG.log(Level.WARNING, hint);
    return new BadRequest(debug ? hint : "This site does not answer for this host name.");
  }
}
