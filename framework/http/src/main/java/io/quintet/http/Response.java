package io.quintet.http;

import io.quintet.core.json.Json;
import io.quintet.http.spi.SocketReceiver;
import io.quintet.storage.StoredFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP response, immutable: the {@code with} methods return a changed copy.
 *
 * <pre>{@code
 * return Response.html("<h1>Hello</h1>").withHeader("Cache-Control", "no-store");
 * }</pre>
 *
 * <p>Content-Length, HEAD, ranges and Set-Cookie are the framework's business: do not set them
 * here.
 */
public final class Response {
  private final int status;
  private final Headers headers;
  private final List<Cookie> cookies;
  private final Body body;

  private Response(int status, Headers headers, List<Cookie> cookies, Body body) {
    this.status = status;
    this.headers = headers;
    this.cookies = cookies;
    this.body = body;
  }

  /** A response of a status, without content. */
  public static Response of(int status) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException(
          "A response has a status from 200 to 599, found " + status);
    }
    return new Response(status, Headers.none(), List.of(), Body.EMPTY);
  }

  /** 204: done, nothing to show. */
  public static Response empty() {
    return of(Status.NO_CONTENT);
  }

  /** A page. */
  public static Response html(String html) {
    return bytes("text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }

  /** Plain text. */
  public static Response text(String text) {
    return bytes("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /** JSON of maps, lists, strings, numbers, booleans, dates, UUIDs, enums and null. */
  public static Response json(@Nullable Object value) {
    return bytes("application/json", Json.writeBytes(value));
  }

  /** A ready XML document. */
  public static Response xml(String xml) {
    return bytes("application/xml; charset=utf-8", xml.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes of a content type. The array is not copied: do not change it. */
  public static Response bytes(String contentType, byte[] content) {
    return new Response(
        Status.OK, Headers.of("Content-Type", contentType), List.of(), new Body.Bytes(content));
  }

  /**
   * A response that is written piece by piece while it is sent. What goes wrong after its first
   * bytes breaks off the connection, so check everything before.
   */
  public static Response stream(String contentType, Body.Writer writer) {
    return new Response(
        Status.OK, Headers.of("Content-Type", contentType), List.of(), new Body.Stream(writer));
  }

  /**
   * A response that is written for as long as the client stays, after its request has ended; see
   * {@link io.quintet.http.events.EventStreams}.
   */
  public static Response live(String contentType, Body.Writer writer) {
    return new Response(
        Status.OK, Headers.of("Content-Type", contentType), List.of(), new Body.Live(writer));
  }

  /** 101: the connection becomes a WebSocket; see {@link io.quintet.http.sockets.WebSockets}. */
  public static Response socket(SocketReceiver receiver) {
    return new Response(
        Status.SWITCHING_PROTOCOLS, Headers.none(), List.of(), new Body.Socket(receiver));
  }

  /**
   * A file from the disk, with ranges; the content type goes by its name.
   *
   * @throws NotFound if there is no such file
   */
  public static Response file(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new NotFound("There is no such file.");
    }
    try {
      return FileResponses.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException("File " + file + " cannot be read", e);
    }
  }

  /**
   * A stored file, with ranges, as for a private file after its visitor was checked. What a browser
   * could run (HTML, SVG, scripts) is only offered for saving, since it came from a visitor.
   *
   * @throws NotFound if its content is missing
   */
  public static Response file(StoredFile file) {
    if (!file.exists()) {
      throw new NotFound("There is no such file.");
    }
    return FileResponses.of(file);
  }

  /** A redirect for this time (302). The browser asks for the new address with GET. */
  public static Response redirect(String url) {
    return redirect(Status.FOUND, url);
  }

  /** A redirect for good (301). */
  public static Response redirectPermanently(String url) {
    return redirect(Status.MOVED_PERMANENTLY, url);
  }

  /**
   * A redirect of a status (301, 302, 303, 307, 308).
   *
   * @throws BadRequest if the address has a scheme other than http, https or ftp
   */
  public static Response redirect(int status, String url) {
    return of(status).withHeader("Location", Locations.check(url));
  }

  /** The status code. */
  public int status() {
    return status;
  }

  /** The headers, without cookies. */
  public Headers headers() {
    return headers;
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.get(name);
  }

  /** The cookies that are set or deleted. */
  public List<Cookie> cookies() {
    return cookies;
  }

  /** One of the cookies that are set or deleted. */
  public Optional<Cookie> cookie(String name) {
    return cookies.stream().filter(cookie -> cookie.name().equals(name)).findFirst();
  }

  /** What is sent after the headers. */
  public Body body() {
    return body;
  }

  /** The content type as it is sent; empty if there is none. */
  public String contentType() {
    return headers.get("Content-Type", "");
  }

  /**
   * The whole content in memory; a streamed one is written now, so ask once and for small ones
   * only.
   */
  public byte[] content() {
    if (body instanceof Body.Bytes(byte[] content)) {
      return content;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      body.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("The content of the response cannot be written", e);
    }
    return out.toByteArray();
  }

  /** The whole content as text in UTF-8; see {@link #content}. */
  public String text() {
    return new String(content(), StandardCharsets.UTF_8);
  }

  /** This response with another status. */
  public Response withStatus(int newStatus) {
    return new Response(of(newStatus).status, headers, cookies, body);
  }

  /** This response with one value for a header. */
  public Response withHeader(String name, String value) {
    return withHeaders(headers.with(refuseCookies(name), value));
  }

  /** This response with one more line of a header. */
  public Response withAddedHeader(String name, String value) {
    return withHeaders(headers.adding(refuseCookies(name), value));
  }

  /** This response without a header. */
  public Response withoutHeader(String name) {
    return withHeaders(headers.without(name));
  }

  /** This response with other headers altogether. */
  public Response withHeaders(Headers newHeaders) {
    return new Response(status, newHeaders.requireLatin1(), cookies, body);
  }

  /** This response with another content type. */
  public Response withContentType(String contentType) {
    return withHeader("Content-Type", contentType);
  }

  /** This response, also setting a cookie; one of the same name, path and domain is replaced. */
  public Response withCookie(Cookie cookie) {
    List<Cookie> all = new ArrayList<>(cookies);
    all.removeIf(other ->
        other.name().equals(cookie.name())
            && Objects.equals(other.path(), cookie.path())
            && Objects.equals(other.domain(), cookie.domain()));
    all.add(cookie);
    return new Response(status, headers, List.copyOf(all), body);
  }

  /** This response, also deleting a cookie of path {@code /}. */
  public Response withDeletedCookie(String name) {
    return withCookie(Cookie.deleted(name));
  }

  /** This response with other content. */
  public Response withBody(Body newBody) {
    return new Response(status, headers, cookies, newBody);
  }

  /** This response to be saved by the browser under a file name. */
  public Response asAttachment(String fileName) {
    return withHeader("Content-Disposition", ContentDisposition.attachment(fileName));
  }

  @Override
  public String toString() {
    return status
        + " "
        + Status.reason(status)
        + (contentType().isEmpty() ? "" : " " + contentType());
  }

  private static String refuseCookies(String name) {
    if (name.equalsIgnoreCase("Set-Cookie")) {
      throw new IllegalArgumentException(
          "Set cookies with Response.withCookie(Cookie.of(name, value)), not as a header");
    }
    return name;
  }
}
