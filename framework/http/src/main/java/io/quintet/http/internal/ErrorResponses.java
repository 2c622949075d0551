package io.quintet.http.internal;

import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.http.ErrorMapper;
import io.quintet.http.ErrorPage;
import io.quintet.http.Headers;
import io.quintet.http.HttpError;
import io.quintet.http.HttpSignals;
import io.quintet.http.Request;
import io.quintet.http.RequestKey;
import io.quintet.http.Response;
import io.quintet.http.Status;
import io.quintet.http.routing.Router;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns what was thrown into a response in the right form: a page for browsers, JSON for programs.
 */
public final class ErrorResponses {
  /** The exception behind an error response, for whoever shows or tests it. */
  public static final RequestKey<Throwable> CAUSE = RequestKey.named("error");

  private static final Logger LOG = System.getLogger("io.quintet.http");

  private final List<ErrorMapper> mappers;
  private final List<ErrorPage> pages;
  private final boolean debug;
  private final DebugPage debugPage;
  private final SecurityHeaders securityHeaders;

  /** The error responses of a site. */
  public ErrorResponses(SiteContext site, Router router) {
    this.mappers = site.extensions(ErrorMapper.POINT);
    this.pages = site.extensions(ErrorPage.POINT);
    this.debug = site.settings().get(CoreSettings.DEBUG);
    this.debugPage = new DebugPage(site, router);
    this.securityHeaders = new SecurityHeaders(site);
  }

  /** The response to an exception, with the security headers; never throws. */
  public Response respond(Request request, Throwable thrown) {
    return securityHeaders.on(request, response(request, thrown));
  }

  private Response response(Request request, Throwable thrown) {
    request.set(CAUSE, thrown);
    Optional<HttpError> known = known(thrown);
    if (known.isPresent()) {
      if (known.get().status() >= Status.INTERNAL_SERVER_ERROR && known.get() != thrown) {
        LOG.log(
            Level.WARNING,
            "Failed: " + request + ": " + Text.quote(String.valueOf(thrown.getMessage())));
      }
      return known(request, known.get());
    }
    LOG.log(Level.ERROR, "Failed: " + request, thrown);
    try {
      HttpSignals.REQUEST_FAILED.send(new HttpSignals.Failed(request, thrown));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A receiver of 'request failed' failed itself", e);
    }
    HttpError error =
        new HttpError(Status.INTERNAL_SERVER_ERROR, "The server failed to answer this request.");
    if (debug) {
      return debugPage.exception(request, thrown).withStatus(Status.INTERNAL_SERVER_ERROR);
    }
    return wantsPage(request) ? page(request, error) : json(error);
  }

  private Response known(Request request, HttpError error) {
    Response response;
    if (!wantsPage(request)) {
      response = json(error);
    } else if (debug && error.status() == Status.NOT_FOUND) {
      response = debugPage.notFound(request, error);
    } else {
      response = page(request, error);
    }
    Headers headers = response.headers();
    for (Headers.Header line : error.headers().lines()) {
      headers = headers.with(line.name(), line.value());
    }
    return response.withHeaders(headers).withStatus(error.status());
  }

  private Optional<HttpError> known(Throwable thrown) {
    if (thrown instanceof HttpError error) {
      return Optional.of(error);
    }
    for (ErrorMapper mapper : mappers) {
      Optional<HttpError> mapped = mapper.map(thrown);
      if (mapped.isPresent()) {
        return mapped;
      }
    }
    return Optional.empty();
  }

  private Response page(Request request, HttpError error) {
    for (ErrorPage page : pages) {
      try {
        Optional<Response> rendered = page.render(request, error);
        if (rendered.isPresent()) {
          return rendered.get().withStatus(error.status());
        }
      } catch (RuntimeException e) {
        LOG.log(
            Level.ERROR,
            "The page for status " + error.status() + " failed; the built-in one is shown",
            e);
      }
    }
    return Response.html(PlainPage.render(error, debug)).withStatus(error.status());
  }

  private static Response json(HttpError error) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("detail", error.detail());
    body.put("code", error.code());
    return Response.json(body).withStatus(error.status());
  }

  /**
   * A page for browsers; JSON for clients that name it and not HTML, or that sent JSON themselves.
   */
  static boolean wantsPage(Request request) {
    try {
      if (request.prefersHtml()) {
        return true;
      }
      boolean namesJson =
          request.headers().has("Accept")
              && request.accept().types().stream()
                  .anyMatch(type -> type.subtype().endsWith("json"));
      return !namesJson && !request.contentType().endsWith("json");
    } catch (HttpError unreadableHeader) {
      return true;
    }
  }
}
