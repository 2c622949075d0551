package io.quintet.http;

import io.quintet.core.SiteContext;
import io.quintet.core.i18n.Locales;
import io.quintet.http.internal.ErrorResponses;
import io.quintet.http.internal.FinalResponse;
import io.quintet.http.internal.ResponseFinisher;
import io.quintet.http.internal.TrustedProxies;
import io.quintet.http.routing.Resolution;
import io.quintet.http.routing.RouteMatch;
import io.quintet.http.routing.Router;
import io.quintet.http.routing.UrlPaths;
import io.quintet.http.spi.ResponseSink;
import io.quintet.http.spi.SocketReceiver;
import io.quintet.orm.Db;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A site as a function from requests to responses: middleware, routes, views and error pages. Safe
 * for any number of threads.
 */
public final class HttpApplication {
  static final RequestKey<RouteMatch> MATCH = RequestKey.named("route match");
  private static final RequestKey<Resolution> RESOLUTION = RequestKey.named("resolution");
  private static final RequestKey<RuntimeException> UNRESOLVED = RequestKey.named("unresolved");

  private static final byte[] NOTHING = {};

  private final SiteContext site;
  private final Router router;
  private final ErrorResponses errors;
  private final TrustedProxies proxies;
  private final Limits limits;
  private final List<Locale> languages;
  private final View chain;

  private HttpApplication(SiteContext site) {
    this.site = site;
    this.router = site.service(Router.SERVICE);
    this.errors = new ErrorResponses(site, router);
    this.proxies = TrustedProxies.of(site.settings().get(HttpSettings.TRUSTED_PROXIES));
    this.limits = Limits.of(site);
    this.languages = Languages.of(site);
    this.chain = chain(site);
  }

  /** The application of a site, made of what its apps contribute. */
  public static HttpApplication of(SiteContext site) {
    return new HttpApplication(site);
  }

  /** The site. */
  public SiteContext site() {
    return site;
  }

  /** The limits of the site's settings, for servers that build requests. */
  public Limits limits() {
    return limits;
  }

  /**
   * Answers a request through the whole stack, with the site bound; never throws for what a view
   * does. The caller closes the request when it is done with the response.
   */
  public Response handle(Request request) {
    try {
      return site.call(() -> answer(request));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("The middleware stack lets no checked exception through", e);
    }
  }

  /**
   * Answers a request, sends the response and closes the request; for servers.
   *
   * @throws IOException if the client is gone, or a streamed content fails: the connection must
   *     then be broken off
   */
  public void serve(Request request, ResponseSink sink) throws IOException {
    try (request) {
      site.call(() -> {
        send(ResponseFinisher.finish(request, answer(request), site.clock()), sink);
        return null;
      });
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("The response could not be sent", e);
    }
  }

  /**
   * The stream is closed after success only: an end that looks regular would pass a broken content
   * off as whole.
   */
  private static void send(FinalResponse response, ResponseSink sink) throws IOException {
    if (response.body() instanceof Body.Socket(SocketReceiver receiver)) {
      sink.upgrade(response.headers(), receiver);
      return;
    }
    if (response.length() == 0) {
      sink.send(response.status(), response.headers(), NOTHING);
      return;
    }
    if (response.body() instanceof Body.Bytes(byte[] content)) {
      sink.send(response.status(), response.headers(), content);
      return;
    }
    if (response.body() instanceof Body.Live(Body.Writer writer)) {
      sink.live(response.status(), response.headers(), writer);
      return;
    }
    OutputStream out = sink.start(response.status(), response.headers(), response.length());
    response.body().writeTo(out);
    out.close();
  }

  private Response answer(Request request) throws Exception {
    Target target = request.target();
    proxies
        .client(request)
        .ifPresent(
            client -> request.peer(new Peer(client.scheme(), client.host(), client::address)));
    if (target.fault().isPresent()) {
      return chain.handle(request);
    }
    Optional<Locale> language = router.language(request.path(), languages);
    if (language.isEmpty()) {
      return resolved(request);
    }
    request.set(Languages.OF_PATH, language.get());
    return Locales.call(language.get(), () -> resolved(request));
  }

  /**
   * Middleware may ask for the match; a converter that fails is answered like a view that fails.
   */
  private Response resolved(Request request) throws Exception {
    try {
      Resolution resolution = router.resolve(request.path(), request.method());
      request.set(RESOLUTION, resolution);
      if (resolution instanceof Resolution.Found(RouteMatch match)) {
        request.set(MATCH, match);
      }
    } catch (RuntimeException e) {
      request.set(UNRESOLVED, e);
    }
    return Db.readingFromReplicas(() -> chain.handle(request));
  }

  private View chain(SiteContext context) {
    List<Middleware> stack =
        context.extensions(Stage.MIDDLEWARE).stream()
            .sorted(Comparator.comparing(Stage.Placed::stage))
            .map(placed -> placed.factory().apply(context))
            .toList();
    View view = guarded(this::dispatch);
    for (Middleware middleware : stack.reversed()) {
      view = guarded(middleware.around(view));
    }
    View inner = view;
    return guarded(request -> {
      HttpSignals.REQUEST_STARTED.send(request);
      Response response = inner.handle(request);
      HttpSignals.REQUEST_FINISHED.send(new HttpSignals.Finished(request, response));
      return response;
    });
  }

  /**
   * Errors become responses right where they happen, so that all middleware around sees a response.
   */
  private View guarded(View view) {
    return request -> {
      try {
        return view.handle(request);
      } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
        return errors.respond(request, e);
      }
    };
  }

  private Response dispatch(Request request) throws Exception {
    if (request.target().fault().isPresent()) {
      throw new BadRequest(request.target().fault().get());
    }
    Optional<RuntimeException> unresolved = request.attribute(UNRESOLVED);
    if (unresolved.isPresent()) {
      throw unresolved.get();
    }
    return switch (request.require(RESOLUTION)) {
      case Resolution.Found(RouteMatch match) -> match.view().handle(request);
      case Resolution.WrongMethod wrong when request.method().equals("OPTIONS") ->
          Response.empty().withHeader("Allow", String.join(", ", wrong.allowed()));
      case Resolution.WrongMethod wrong ->
          throw new MethodNotAllowed(request.method(), wrong.allowed());
      case Resolution.NotFound none -> withSlash(request);
    };
  }

  private Response withSlash(Request request) {
    boolean wanted =
        site.settings().get(HttpSettings.APPEND_SLASH) && !request.path().endsWith("/");
    String language = "/" + Languages.prefix(Locales.current());
    boolean localized =
        request.attribute(Languages.OF_PATH).isEmpty()
            && router.language(language, languages).isPresent()
            && answers(language + request.path().substring(1), request, wanted);
    if (localized) {
      return Response.redirect(
          Status.FOUND, language + request.rawPath().substring(1) + query(request));
    }
    if (!wanted
        || router.resolve(request.path() + "/", request.method()) instanceof Resolution.NotFound) {
      throw new NotFound("There is no page at this address.");
    }
    String path = UrlPaths.escapeLeadingSlashes(request.rawPath());
    int status = request.isGet() ? Status.MOVED_PERMANENTLY : Status.PERMANENT_REDIRECT;
    return Response.redirect(status, path + "/" + query(request));
  }

  /** Whether a path is that of a page, if need be with a slash at its end. */
  private boolean answers(String path, Request request, boolean slash) {
    return !(router.resolve(path, request.method()) instanceof Resolution.NotFound)
        || (slash
            && !(router.resolve(path + "/", request.method()) instanceof Resolution.NotFound));
  }

  private static String query(Request request) {
    return request.queryString().isEmpty() ? "" : "?" + request.queryString();
  }
}
