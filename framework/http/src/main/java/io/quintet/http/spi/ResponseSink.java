package io.quintet.http.spi;

import io.quintet.http.Body;
import io.quintet.http.Headers;
import io.quintet.http.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Where a response goes: the server's side of one exchange. */
@FunctionalInterface
public interface ResponseSink {
  /**
   * Sends status and headers, and gives the stream for the body; called once.
   *
   * @param status the status code
   * @param headers complete but for what the transport adds, such as Date; has Content-Length when
   *     it is known
   * @param length the bytes of body that follow; 0 for none (also for HEAD, where Content-Length
   *     may say more), -1 if not known
   * @return the stream of the body; flushing sends, closing ends the response
   * @throws IOException if the client is gone
   */
  OutputStream start(int status, Headers headers, long length) throws IOException;

  /**
   * Sends a response whose whole content is in memory; called in the place of {@link #start}.
   *
   * @param status the status code
   * @param headers as for {@link #start}
   * @param content the bytes of body; empty for none
   * @throws IOException if the client is gone
   */
  default void send(int status, Headers headers, byte[] content) throws IOException {
    OutputStream out = start(status, headers, content.length);
    if (content.length > 0) {
      out.write(content);
    }
    out.close();
  }

  /**
   * Sends a response that is written for as long as the client stays; called in the place of {@link
   * #start}. A server should return at once and call the writer in a thread of its own, in which
   * nothing is bound and for which no request counts; as it is here, it is called at once.
   *
   * @param status the status code
   * @param headers as for {@link #start}
   * @param writer writes the body; when it returns the response ends, when it throws it is broken
   *     off
   * @throws IOException if the client is gone
   */
  default void live(int status, Headers headers, Body.Writer writer) throws IOException {
    OutputStream out = start(status, headers, -1);
    writer.writeTo(out);
    out.close();
  }

  /**
   * Makes a WebSocket of the connection; called in the place of {@link #start}. A server that has
   * none answers 501, as it is here.
   *
   * @param headers for the answer to the handshake
   * @param receiver what talks over it
   * @throws IOException if the client is gone
   */
  default void upgrade(Headers headers, SocketReceiver receiver) throws IOException {
    send(
        Status.NOT_IMPLEMENTED,
        headers.with("Content-Type", "text/plain; charset=utf-8"),
        "This server has no WebSockets.\n".getBytes(StandardCharsets.UTF_8));
  }
}
