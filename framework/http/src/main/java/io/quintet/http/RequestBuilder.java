package io.quintet.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Builds a request: for servers, from what came over the wire; for tests, by hand. */
public final class RequestBuilder {
  private final String method;
  private final String target;
  private final List<Headers.Header> headers = new ArrayList<>();
  private String scheme = "http";
  private Supplier<String> address = () -> "127.0.0.1";
  private Limits limits = Limits.DEFAULT;
  private Supplier<InputStream> body = InputStream::nullInputStream;
  private long length = 0;

  RequestBuilder(String method, String target) {
    this.method = method.toUpperCase(Locale.ROOT);
    this.target = target;
  }

  /**
   * One more header line. Names with an underscore are dropped: proxies confuse them with those
   * with a dash.
   */
  public RequestBuilder header(String name, String value) {
    if (name.indexOf('_') < 0) {
      headers.add(new Headers.Header(name, value));
    }
    return this;
  }

  /** More header lines. */
  public RequestBuilder headers(Headers more) {
    more.lines().forEach(line -> header(line.name(), line.value()));
    return this;
  }

  /** The scheme of the connection; http if it is not given. */
  public RequestBuilder scheme(String newScheme) {
    this.scheme = newScheme;
    return this;
  }

  /** The IP address at the other end of the connection; 127.0.0.1 if it is not given. */
  public RequestBuilder remoteAddress(String newAddress) {
    return remoteAddress(() -> newAddress);
  }

  /** The IP address at the other end, made when it is asked for. */
  public RequestBuilder remoteAddress(Supplier<String> newAddress) {
    this.address = newAddress;
    return this;
  }

  /** How much may be read; the default limits if they are not given. */
  public RequestBuilder limits(Limits newLimits) {
    this.limits = newLimits;
    return this;
  }

  /** A body that is still to be read; length -1 if it is not known. */
  public RequestBuilder body(InputStream stream, long declaredLength) {
    return body(() -> stream, declaredLength);
  }

  /** A body whose stream is opened when it is read; length -1 if it is not known. */
  public RequestBuilder body(Supplier<InputStream> stream, long declaredLength) {
    this.body = stream;
    this.length = declaredLength;
    return this;
  }

  /** A body in memory. */
  public RequestBuilder body(String contentType, byte[] content) {
    header("Content-Type", contentType);
    header("Content-Length", Integer.toString(content.length));
    return body(new ByteArrayInputStream(content), content.length);
  }

  /** A body of text in UTF-8. */
  public RequestBuilder body(String contentType, String content) {
    return body(contentType, content.getBytes(StandardCharsets.UTF_8));
  }

  /** The request; its host is that of the Host header, or localhost. */
  public Request build() {
    Headers lines = Headers.of(headers);
    Peer peer = new Peer(scheme, lines.get("Host", "localhost"), address);
    return new Request(
        method, Target.parse(target), lines, peer, limits, new RequestBody(body, length, limits));
  }
}
