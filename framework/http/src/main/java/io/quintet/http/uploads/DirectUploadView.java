package io.quintet.http.uploads;

import io.quintet.core.SiteContext;
import io.quintet.core.i18n.TimeZones;
import io.quintet.http.MethodNotAllowed;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.Status;
import io.quintet.http.View;
import io.quintet.storage.ContentTypes;
import io.quintet.storage.DirectUpload;
import io.quintet.storage.Storages;
import io.quintet.storage.UploadTo;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Permits browsers to send files straight to a storage. A script posts the {@code name} and {@code
 * size} of a file with the CSRF token of the page; the answer is JSON with {@code method}, {@code
 * url}, {@code headers} for sending it, {@code receipt} for the form, and {@code expires} (an
 * instant). What is refused is answered with 400 and an {@code error}.
 *
 * <pre>{@code
 * routes.path("papers/upload/",
 *     loginRequired(DirectUploadView.to("private", "papers/%Y").extensions("pdf").maxBytes(50_000_000)));
 * }</pre>
 *
 * <p>Whoever may open the view may fill the storage: put a check of the user and a rate limit
 * before it.
 */
public final class DirectUploadView implements View {
  /** How long an address works if nothing else is said. */
  public static final Duration DEFAULT_VALIDITY = Duration.ofMinutes(15);

  /** Most bytes of a file if nothing else is said. */
  public static final long DEFAULT_MAX_BYTES = 10_000_000;

  private final String storage;
  private final UploadTo folder;
  private final long maxBytes;
  private final Set<String> extensions;
  private final Duration validity;

  private DirectUploadView(
      String storage, UploadTo folder, long maxBytes, Set<String> extensions, Duration validity) {
    this.storage = storage;
    this.folder = folder;
    this.maxBytes = maxBytes;
    this.extensions = extensions;
    this.validity = validity;
  }

  /**
   * A view for one place.
   *
   * @param storage alias of the storage
   * @param uploadTo folder, with the date codes of {@link UploadTo}
   * @return the view; any type of file, at most {@value #DEFAULT_MAX_BYTES} bytes
   */
  public static DirectUploadView to(String storage, String uploadTo) {
    return new DirectUploadView(
        storage, new UploadTo(uploadTo), DEFAULT_MAX_BYTES, Set.of(), DEFAULT_VALIDITY);
  }

  /** Sets the most bytes of a file. */
  public DirectUploadView maxBytes(long bytes) {
    return new DirectUploadView(storage, folder, bytes, extensions, validity);
  }

  /** Permits only names with one of these extensions, without a dot; the content must agree. */
  public DirectUploadView extensions(String... allowed) {
    Set<String> lower =
        Set.copyOf(List.of(allowed).stream().map(e -> e.toLowerCase(Locale.ROOT)).toList());
    return new DirectUploadView(storage, folder, maxBytes, lower, validity);
  }

  /** Sets how long an address works. */
  public DirectUploadView validity(Duration duration) {
    return new DirectUploadView(storage, folder, maxBytes, extensions, duration);
  }

  @Override
  public Response handle(Request request) {
    if (!request.isPost()) {
      throw new MethodNotAllowed(request.method(), List.of("POST"));
    }
    String name = request.post().get("name", "");
    if (name.isBlank()) {
      return refused("The name of the file is missing.");
    }
    if (!extensions.isEmpty() && !extensions.contains(ContentTypes.extension(name))) {
      return refused(
          "A file of this kind is not accepted; allowed are "
              + String.join(", ", extensions.stream().sorted().toList())
              + ".");
    }
    long size;
    try {
      size = Long.parseLong(request.post().get("size", ""));
    } catch (NumberFormatException e) {
      return refused("The size of the file is missing or is no number.");
    }
    if (size < 1 || size > maxBytes) {
      return refused("A file must have 1 to " + maxBytes + " bytes; this one has " + size + ".");
    }
    return answer(permit(name, size));
  }

  private DirectUpload permit(String name, long size) {
    var now = SiteContext.current().clock().instant().atZone(TimeZones.current());
    return Storages.current().permitUpload(storage, folder.name(name, now), size, validity);
  }

  private static Response answer(DirectUpload upload) {
    return Response.json(
            Map.of(
                "method", upload.method(),
                "url", upload.url(),
                "headers", upload.headers(),
                "receipt", upload.receipt(),
                "expires", upload.expires().toString()))
        .withHeader("Cache-Control", "no-store");
  }

  private static Response refused(String why) {
    return Response.json(Map.of("error", why))
        .withStatus(Status.BAD_REQUEST)
        .withHeader("Cache-Control", "no-store");
  }
}
