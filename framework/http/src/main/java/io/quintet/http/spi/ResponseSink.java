package io.quintet.http.spi;

import io.quintet.http.Headers;
import java.io.IOException;
import java.io.OutputStream;

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
}
