package io.quintet.http;

import io.quintet.http.spi.SocketReceiver;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What a response sends after its headers. */
public sealed interface Body {
  /** A body without bytes. */
  Body EMPTY = new Bytes(new byte[0]);

  /**
   * Bytes in memory. The array is not copied: do not change it.
   *
   * @param content the bytes
   */
  record Bytes(byte[] content) implements Body {}

  /**
   * Written piece by piece, of unknown length.
   *
   * @param writer called once, when the headers are sent
   */
  record Stream(Writer writer) implements Body {}

  /**
   * A file or the like: of known length, and readable from any position, so that ranges can be
   * asked for.
   *
   * @param length the number of bytes
   * @param opener opens it at a position
   */
  record Source(long length, Opener opener) implements Body {}

  /**
   * Written piece by piece as {@link Stream}, for as long as the client stays: in a thread of its
   * own, after the request has ended.
   *
   * @param writer called once, when the headers are sent
   */
  record Live(Writer writer) implements Body {}

  /**
   * No body: the connection becomes a WebSocket.
   *
   * @param receiver what talks over it
   */
  record Socket(SocketReceiver receiver) implements Body {}

  /** Writes a streamed body. */
  @FunctionalInterface
  interface Writer {
    /**
     * Writes all of it; need not close the stream. What is flushed is sent at once.
     *
     * @throws IOException if the client is gone, or the content cannot be read
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Opens a source. */
  @FunctionalInterface
  interface Opener {
    /**
     * A stream of the content from a position to the end, to be closed by the caller.
     *
     * @throws IOException if it cannot be read
     */
    InputStream openAt(long position) throws IOException;
  }

  /** The number of bytes, or -1 if it is not known before the end. */
  default long size() {
    return switch (this) {
      case Bytes bytes -> bytes.content.length;
      case Stream stream -> -1;
      case Live live -> -1;
      case Socket socket -> 0;
      case Source source -> source.length;
    };
  }

  /**
   * Writes all of it.
   *
   * @throws IOException if the stream refuses it, or the content cannot be read
   */
  default void writeTo(OutputStream out) throws IOException {
    switch (this) {
      case Bytes bytes -> out.write(bytes.content);
      case Stream stream -> stream.writer.writeTo(out);
      case Live live -> live.writer.writeTo(out);
      case Socket socket ->
          throw new IOException("A WebSocket has no content; it needs a connection");
      case Source source -> {
        try (InputStream in = source.opener.openAt(0)) {
          Bounded.copy(in, out, source.length);
        }
      }
    }
  }
}
