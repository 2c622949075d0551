package io.quintet.http.jetty;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of a WebSocket that keeps what it gets; the one of the JDK behind it. */
final class SocketClient implements WebSocket.Listener, AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private final StringBuilder part = new StringBuilder();
  private WebSocket socket;

  static SocketClient open(String url) {
    return open(url, Map.of());
  }

  static SocketClient open(String url, Map<String, String> headers, String... protocols) {
    SocketClient client = new SocketClient();
    WebSocket.Builder builder = HTTP.newWebSocketBuilder();
    headers.forEach(builder::header);
    if (protocols.length > 0) {
      builder.subprotocols(
          protocols[0], java.util.Arrays.copyOfRange(protocols, 1, protocols.length));
    }
    client.socket = builder.buildAsync(URI.create(url), client).join();
    return client;
  }

  WebSocket socket() {
    return socket;
  }

  SocketClient send(String text) {
    socket.sendText(text, true).join();
    return this;
  }

  String next() throws InterruptedException {
    String text = texts.poll(LiveSite.LONG.toSeconds(), TimeUnit.SECONDS);
    if (text == null) {
      throw new AssertionError("No text came");
    }
    return text;
  }

  /** The code and reason of the server's close frame, or "broken". */
  String end() throws Exception {
    return closed.get(LiveSite.LONG.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      texts.add(part.toString());
      part.setLength(0);
    }
    webSocket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket webSocket, java.nio.ByteBuffer data, boolean last) {
    texts.add("bytes " + data.remaining());
    webSocket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
    closed.complete((statusCode + " " + reason).strip());
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closed.complete("broken");
  }

  @Override
  public void close() {
    socket.abort();
  }
}
