package io.quintet.http;

import io.quintet.core.MultiMap;
import io.quintet.core.xml.XmlElement;
import io.quintet.http.internal.Text;
import io.quintet.http.routing.RouteMatch;
import io.quintet.http.sessions.Session;
import io.quintet.http.uploads.FormData;
import io.quintet.http.uploads.UploadedFiles;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request. Everything that came from the client is fixed; middleware adds typed
 * {@linkplain #set attributes}.
 *
 * <p>Query, cookies and body are parsed when they are first asked for, within the site's {@link
 * Limits}. The body is read once: as a stream, as bytes, as a form, as JSON or as XML. Not for use
 * by several threads at once.
 */
public final class Request implements AutoCloseable {
  private final String method;
  private final Target target;
  private final Headers headers;
  private Peer peer;
  private final Limits limits;
  private final RequestBody body;
  private final Attributes attributes = new Attributes();
  private final Closers closers = new Closers();
  private @Nullable MultiMap query;
  private @Nullable Map<String, String> cookies;
  private @Nullable FormData form;
  private @Nullable Accept accept;

  Request(
      String method, Target target, Headers headers, Peer peer, Limits limits, RequestBody body) {
    this.method = method;
    this.target = target;
    this.headers = headers;
    this.peer = peer;
    this.limits = limits;
    this.body = body;
  }

  /** A request for a target such as {@code /blog/?page=2}; for servers and tests. */
  public static RequestBuilder builder(String method, String target) {
    return new RequestBuilder(method, target);
  }

  /** A GET request without a body, from localhost; for tests. */
  public static Request get(String target) {
    return builder("GET", target).build();
  }

  /** The method, in upper case. */
  public String method() {
    return method;
  }

  /** Whether the method is GET or HEAD, which is answered like GET and sent without a body. */
  public boolean isGet() {
    return method.equals("GET") || method.equals("HEAD");
  }

  /** Whether the method is POST. */
  public boolean isPost() {
    return method.equals("POST");
  }

  /** Whether the method promises to change nothing: GET, HEAD, OPTIONS or TRACE. */
  public boolean isSafe() {
    return isGet() || method.equals("OPTIONS") || method.equals("TRACE");
  }

  /** The decoded path with its leading slash, without the query. */
  public String path() {
    return target.path();
  }

  /** The path as sent, still encoded. */
  public String rawPath() {
    return target.rawPath();
  }

  /** The query string as sent, without the question mark; empty if there is none. */
  public String queryString() {
    return target.rawQuery();
  }

  /** The encoded path with the query string, if there is one. */
  public String fullPath() {
    return target.rawQuery().isEmpty()
        ? target.rawPath()
        : target.rawPath() + "?" + target.rawQuery();
  }

  /**
   * The query parameters.
   *
   * @throws BadRequest if there are more than the limit
   */
  public MultiMap query() {
    if (query == null) {
      query = FormData.parseQuery(target.rawQuery(), limits.fields());
    }
    return query;
  }

  /** The header lines. */
  public Headers headers() {
    return headers;
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.get(name);
  }

  /** The cookies by name. */
  public Map<String, String> cookies() {
    if (cookies == null) {
      cookies = CookieHeader.parse(String.join("; ", headers.all("Cookie")));
    }
    return cookies;
  }

  /** One cookie. */
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies().get(name));
  }

  /** The content type of the body, in lower case, without parameters; empty if there is none. */
  public String contentType() {
    return headers
        .get("Content-Type")
        .map(value -> HeaderParameters.parse(value).value())
        .orElse("");
  }

  /** What the client accepts as an answer. */
  public Accept accept() {
    if (accept == null) {
      accept = Accept.parse(headers.joined("Accept").orElse(null));
    }
    return accept;
  }

  /**
   * Whether a page suits the client better than JSON: false for those that accept everything alike.
   */
  public boolean prefersHtml() {
    return headers.has("Accept") && accept().prefersHtml();
  }

  /** The scheme, {@code http} or {@code https}; that of the client, if a trusted proxy names it. */
  public String scheme() {
    return peer.scheme();
  }

  /** Whether the client came by HTTPS. */
  public boolean isSecure() {
    return peer.scheme().equals("https");
  }

  /**
   * The host with its port as the client named it; checked against the allowed hosts before any
   * view runs.
   */
  public String host() {
    return peer.host();
  }

  /** The address of the client, as a trusted proxy names it; never a name. */
  public String remoteAddress() {
    return peer.address();
  }

  /** The absolute address of this request. */
  public String absoluteUri() {
    return peer.origin() + fullPath();
  }

  /**
   * The absolute address of a path of this site; an address that is absolute already is returned as
   * it is.
   */
  public String absoluteUri(String location) {
    return peer.absolute(location, target.rawPath());
  }

  /**
   * The body as a stream; may be asked for once, unless {@link #bytes} was called before.
   *
   * @throws IllegalStateException if it was read already
   * @throws PayloadTooLarge here or while reading, if it is larger than the site allows
   */
  public InputStream body() {
    return body.stream();
  }

  /**
   * The whole body; may be asked for again. The array is not copied: do not change it.
   *
   * @throws PayloadTooLarge if it is larger than {@link HttpSettings#MAX_FORM_SIZE}
   */
  public byte[] bytes() {
    return body.bytes();
  }

  /** The whole body as text in UTF-8. */
  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /**
   * The body as JSON: a map, list, string, number, boolean or null.
   *
   * @throws BadRequest if it is malformed, with line and column
   * @throws PayloadTooLarge if it is larger than {@link HttpSettings#MAX_FORM_SIZE}
   */
  public @Nullable Object json() {
    return body.json();
  }

  /**
   * The root element of the body as XML. Document types are refused, and with them all entities.
   *
   * @throws BadRequest if it is malformed, with line and column
   * @throws PayloadTooLarge if it is larger than {@link HttpSettings#MAX_FORM_SIZE}
   */
  public XmlElement xml() {
    return body.xml();
  }

  /**
   * The fields of a form, either encoding; empty for any other content.
   *
   * @throws BadRequest if it is malformed or has more fields than the limit
   * @throws PayloadTooLarge if it is larger than the limits
   */
  public MultiMap post() {
    return form().fields();
  }

  /**
   * The uploaded files of a form; their content is deleted when the request ends.
   *
   * @throws BadRequest if the form is malformed or has more files than the limit
   * @throws PayloadTooLarge if it is larger than the limits
   */
  public UploadedFiles files() {
    return form().files();
  }

  /** The visitor's session, loaded when it is first used. */
  public Session session() {
    return attribute(Session.KEY)
        .orElseThrow(() ->
            new IllegalStateException(
                "This request has no session: the session middleware has not run. Install io.quintet.http.HttpApp"));
  }

  /** The route that answers this request; empty if none does. */
  public Optional<RouteMatch> match() {
    return attribute(HttpApplication.MATCH);
  }

  /** A value that the route took from the path, by name. */
  public Optional<Object> pathValue(String name) {
    return match().map(match -> match.named().get(name));
  }

  /** An attribute, if it is set. */
  @SuppressWarnings("unchecked")
  public <T> Optional<T> attribute(RequestKey<T> key) {
    return Optional.ofNullable((T) attributes.get(key));
  }

  /**
   * An attribute that must be set.
   *
   * @throws IllegalStateException if it is not
   */
  public <T> T require(RequestKey<T> key) {
    return attribute(key)
        .orElseThrow(() ->
            new IllegalStateException(
                "The request attribute '"
                    + key.name()
                    + "' is not set: the middleware that sets it has not run"));
  }

  /** Sets an attribute. */
  public <T> void set(RequestKey<T> key, T value) {
    attributes.put(key, value);
  }

  /** The limits within which this request is read. */
  public Limits limits() {
    return limits;
  }

  /**
   * Runs something when the request has ended, after the response was sent; the last added runs
   * first.
   */
  public void onClose(Runnable work) {
    closers.add(work);
  }

  /** Deletes uploaded files and runs what waits for the end; called by the server. */
  @Override
  public void close() {
    closers.run();
  }

  @Override
  public String toString() {
    return method + " " + Text.quote(fullPath());
  }

  Target target() {
    return target;
  }

  /** Who the client is behind a trusted proxy. */
  void peer(Peer client) {
    this.peer = client;
  }

  private FormData form() {
    if (form == null) {
      form = FormData.read(this);
      onClose(form::close);
    }
    return form;
  }
}
