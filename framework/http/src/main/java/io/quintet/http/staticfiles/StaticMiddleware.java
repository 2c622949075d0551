package io.quintet.http.staticfiles;

import io.quintet.core.SiteContext;
import io.quintet.http.MethodNotAllowed;
import io.quintet.http.Middleware;
import io.quintet.http.NotFound;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View;
import java.util.List;

/** Answers for static files, before anything that knows a visitor. */
public final class StaticMiddleware implements Middleware {
  private final StaticFiles files;

  /** The middleware of a site. */
  public StaticMiddleware(SiteContext site) {
    this.files = site.service(StaticFiles.SERVICE);
  }

  @Override
  public Response handle(Request request, View next) throws Exception {
    if (!request.path().startsWith(files.prefix())) {
      return next.handle(request);
    }
    if (!request.isGet()) {
      throw new MethodNotAllowed(request.method(), List.of("GET", "HEAD"));
    }
    return files
        .response(request, request.path().substring(files.prefix().length()))
        .orElseThrow(() -> new NotFound("There is no static file of this name."));
  }
}
