package io.quintet.http.jetty;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A client of a WebSocket that writes any bytes, right or wrong, and answers nothing by itself. */
final class RawSocket implements AutoCloseable {
  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;
  static final int FIN = 0x80;
  private static final byte[] MASK = {1, 2, 3, 4};

  private final Socket socket;
  private final DataInputStream in;

  /** A frame that the server sent. */
  record Frame(int opcode, byte[] payload) {
    /** "text hello", "close 1000 bye", "ping", "end" when there is no more, "reset". */
    @Override
    public String toString() {
      return switch (opcode) {
        case TEXT -> "text " + new String(payload, StandardCharsets.UTF_8);
        case CLOSE ->
            payload.length < 2
                ? "close"
                : "close "
                    + (ByteBuffer.wrap(payload).getShort() & 0xFFFF)
                    + " "
                    + new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
        case PING -> "ping";
        case PONG -> "pong " + payload.length;
        case -1 -> "end";
        default -> "opcode " + opcode;
      };
    }
  }

  private RawSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
  }

  static RawSocket open(LiveSite site, String path) throws IOException {
    RawSocket raw = new RawSocket(site.connect());
    LiveSite.send(
        raw.socket,
        """
        GET /%s HTTP/1.1\r
        Host: localhost\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
        \r
        """
            .formatted(path));
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) raw.in.readUnsignedByte());
    }
    if (!head.toString().startsWith("HTTP/1.1 101")) {
      throw new AssertionError("No WebSocket: " + head);
    }
    return raw;
  }

  /** Writes bytes as they are. */
  RawSocket write(int... bytes) throws IOException {
    byte[] out = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      out[i] = (byte) bytes[i];
    }
    return write(out);
  }

  RawSocket write(byte[] bytes) throws IOException {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (SocketException closedByTheServer) {
      // What it had to say before is read next.
    }
    return this;
  }

  /** Writes a masked frame with this first byte. */
  RawSocket frame(int first, byte[] payload) throws IOException {
    return write(masked(first, payload));
  }

  static byte[] masked(int first, byte[] payload) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(first);
    if (payload.length < 126) {
      out.write(0x80 | payload.length);
    } else {
      out.write(0x80 | 126);
      out.write(payload.length >> 8);
      out.write(payload.length);
    }
    out.writeBytes(MASK);
    for (int i = 0; i < payload.length; i++) {
      out.write(payload[i] ^ MASK[i % 4]);
    }
    return out.toByteArray();
  }

  RawSocket text(String text) throws IOException {
    return frame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  Frame read() throws IOException {
    try {
      int first = in.read();
      if (first < 0) {
        return new Frame(-1, new byte[0]);
      }
      int length = in.readUnsignedByte();
      long size = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
      return new Frame(first & 0x0F, in.readNBytes(Math.toIntExact(size)));
    } catch (SocketException reset) {
      return new Frame(-1, new byte[0]);
    }
  }

  /** The next frame that is no ping; pings are answered. */
  Frame next() throws IOException {
    Frame frame = read();
    while (frame.opcode() == PING) {
      frame(FIN | PONG, frame.payload());
      frame = read();
    }
    return frame;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
