package io.quintet.http.staticfiles;

import io.quintet.core.SiteContext;
import io.quintet.http.BadRequest;
import io.quintet.http.Conflict;
import io.quintet.http.Forbidden;
import io.quintet.http.MethodNotAllowed;
import io.quintet.http.Middleware;
import io.quintet.http.NotFound;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.Status;
import io.quintet.http.View;
import io.quintet.storage.StorageSettings;
import io.quintet.storage.Storages;
import io.quintet.storage.StoredFile;
import io.quintet.storage.UploadRefusedException;
import java.util.List;
import java.util.Optional;

/**
 * Answers for uploaded files: public ones below {@code storage.media-url}, any by a signed address
 * below {@code storage.signed-url}, where files that were permitted are also received. No session
 * is involved, and what a browser could run is only offered for saving.
 */
public final class MediaMiddleware implements Middleware {
  private final SiteContext site;
  private final String mediaUrl;
  private final String signedUrl;

  /** The middleware of a site. */
  public MediaMiddleware(SiteContext site) {
    this.site = site;
    this.mediaUrl = site.setting(StorageSettings.MEDIA_URL);
    this.signedUrl = site.setting(StorageSettings.SIGNED_URL);
  }

  @Override
  public Response handle(Request request, View next) throws Exception {
    boolean signed = request.path().startsWith(signedUrl);
    if (!signed && !request.path().startsWith(mediaUrl)) {
      return next.handle(request);
    }
    if (signed && request.method().equals("PUT")) {
      return receive(request);
    }
    if (!request.isGet()) {
      throw new MethodNotAllowed(
          request.method(), signed ? List.of("GET", "HEAD", "PUT") : List.of("GET", "HEAD"));
    }
    Optional<StoredFile> file = signed ? signedFile(request) : publicFile(request);
    Response response =
        Response.file(file.filter(StoredFile::exists).orElseThrow(MediaMiddleware::missing));
    return response.withHeader(
        "Cache-Control", signed ? "private, no-store" : "public, max-age=3600");
  }

  private Optional<StoredFile> publicFile(Request request) {
    String name = request.path().substring(mediaUrl.length());
    return StaticNames.isSafe(name) ? Optional.of(StoredFile.of(name)) : Optional.empty();
  }

  private Optional<StoredFile> signedFile(Request request) {
    return site.service(Storages.SERVICE).verify(token(request));
  }

  private String token(Request request) {
    String rest = request.path().substring(signedUrl.length());
    int slash = rest.indexOf('/');
    return slash < 0 ? rest : rest.substring(0, slash);
  }

  /** The signature in the address stands for the session and the CSRF token of a form. */
  private Response receive(Request request) {
    try {
      site.service(Storages.SERVICE).receive(token(request), request.body());
      return Response.of(Status.NO_CONTENT).withHeader("Cache-Control", "no-store");
    } catch (UploadRefusedException e) {
      throw switch (e.reason()) {
        case EXPIRED -> new Forbidden(e.getMessage());
        case TAKEN -> new Conflict(e.getMessage());
        case MISSING, SIZE, CONTENT -> new BadRequest(e.getMessage());
      };
    }
  }

  private static NotFound missing() {
    return new NotFound("There is no such file, or its address has expired.");
  }
}
