package io.quintet.http.jetty;

import io.quintet.http.sockets.SocketMessage;
import io.quintet.http.spi.SocketReceiver;
import io.quintet.http.spi.SocketTransport;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

/** One WebSocket on this server: puts messages together out of frames, and sends them. */
final class SocketFrames implements FrameHandler, SocketTransport {
  private final SocketReceiver receiver;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private byte kind;
  private boolean refused;
  private @Nullable CoreSession session;

  SocketFrames(SocketReceiver receiver) {
    this.receiver = receiver;
  }

  @Override
  public void onOpen(CoreSession opened, Callback callback) {
    session = opened;
    callback.succeeded();
    receiver.opened(this);
  }

  @Override
  public void onFrame(Frame frame, Callback callback) {
    receiver.frame();
    switch (frame.getOpCode()) {
      case OpCode.PING -> {
        Frame pong = new Frame(OpCode.PONG, ByteBuffer.wrap(bytes(frame)));
        callback.succeeded();
        session().sendFrame(pong, Callback.from(this::demand, failed -> {}), false);
      }
      case OpCode.TEXT, OpCode.BINARY, OpCode.CONTINUATION -> onData(frame, callback);
      case OpCode.CLOSE -> callback.succeeded();
      default -> {
        callback.succeeded();
        demand();
      }
    }
  }

  private void onData(Frame frame, Callback callback) {
    if (frame.getOpCode() != OpCode.CONTINUATION) {
      kind = frame.getOpCode();
    }
    boolean tooLarge = content.size() + frame.getPayloadLength() > receiver.maxMessageSize();
    if (!refused && !tooLarge) {
      content.writeBytes(bytes(frame));
    }
    boolean whole = frame.isFin();
    callback.succeeded();
    if (refused) {
      demand();
    } else if (tooLarge) {
      refuse(
          CloseStatus.MESSAGE_TOO_LARGE,
          "A message is larger than " + receiver.maxMessageSize() + " bytes");
    } else if (whole) {
      deliver();
    } else {
      demand();
    }
  }

  private void deliver() {
    byte[] whole = content.toByteArray();
    content.reset();
    if (kind == OpCode.BINARY) {
      receiver.message(new SocketMessage.Binary(whole));
      return;
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(whole)).toString();
    } catch (CharacterCodingException malformed) {
      refuse(CloseStatus.BAD_PAYLOAD, "A text is not in UTF-8");
      return;
    }
    receiver.message(new SocketMessage.Text(text));
  }

  /** The rest of what the client sends is read and forgotten, until its close frame. */
  private void refuse(int code, String reason) {
    refused = true;
    content.reset();
    session().close(code, reason, Callback.NOOP);
    receiver.closed(code, reason);
    demand();
  }

  @Override
  public void onError(Throwable cause, Callback callback) {
    callback.succeeded();
  }

  @Override
  public void onClosed(CloseStatus status, Callback callback) {
    callback.succeeded();
    receiver.closed(status.getCode(), Objects.requireNonNullElse(status.getReason(), ""));
  }

  @Override
  public void send(SocketMessage message, Consumer<@Nullable Throwable> done) {
    Frame frame =
        switch (message) {
          case SocketMessage.Text(String text) -> new Frame(OpCode.TEXT, text);
          case SocketMessage.Binary(byte[] bytes) ->
              new Frame(OpCode.BINARY, ByteBuffer.wrap(bytes));
        };
    session().sendFrame(frame, Callback.from(() -> done.accept(null), done::accept), false);
  }

  @Override
  public void demand() {
    session().demand();
  }

  @Override
  public void ping() {
    session().sendFrame(new Frame(OpCode.PING), Callback.NOOP, false);
  }

  @Override
  public void close(int code, String reason) {
    session().close(code, reason, Callback.NOOP);
  }

  @Override
  public void cut() {
    session().abort();
  }

  private CoreSession session() {
    return Objects.requireNonNull(session, "opened");
  }

  private static byte[] bytes(Frame frame) {
    byte[] bytes = new byte[frame.getPayloadLength()];
    ByteBuffer payload = frame.getPayload();
    if (payload != null) {
      payload.slice().get(bytes);
    }
    return bytes;
  }
}
