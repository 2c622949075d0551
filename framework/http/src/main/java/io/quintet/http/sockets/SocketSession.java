package io.quintet.http.sockets;

import io.quintet.core.signing.Crypto;
import io.quintet.http.internal.live.Ambient;
import io.quintet.http.internal.live.GroupTable;
import io.quintet.http.internal.live.Live;
import io.quintet.http.internal.live.LiveConnections;
import io.quintet.http.internal.live.Memberships;
import io.quintet.http.spi.SocketReceiver;
import io.quintet.http.spi.SocketTransport;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One WebSocket: its handler's thread, what came and what goes, and its end. */
final class SocketSession implements WebSocket, SocketReceiver, Live {
  private static final System.Logger LOG = System.getLogger("io.quintet.http.sockets");
  private static final int ID_LENGTH = 22;
  private static final int SILENT_PINGS = 3;
  private static final Duration LEAVE = Duration.ofSeconds(5);

  static final int NORMAL = 1000;
  static final int GOING_AWAY = 1001;
  static final int NOT_ACCEPTABLE = 1003;
  static final int POLICY = 1008;
  static final int FAILED = 1011;
  static final int OVERLOADED = 1013;

  private final String id = Crypto.randomString(ID_LENGTH);
  private final SocketOptions options;
  private final Optional<String> protocol;
  private final SocketHandler handler;
  private final Ambient ambient;
  private final LiveConnections connections;
  private final Memberships groups;
  private final Inbox inbox;
  private final Sending sending;
  private final FrameRate rate;
  private volatile @Nullable Thread thread;
  private volatile @Nullable SocketTransport transport;
  private volatile long lastFrame = System.nanoTime();
  private volatile long closing;
  private int code;

  SocketSession(SocketOptions options, Optional<String> protocol, SocketHandler handler) {
    this.options = options;
    this.protocol = protocol;
    this.handler = handler;
    this.ambient = Ambient.current();
    this.connections = ambient.site().service(LiveConnections.SERVICE);
    this.groups = new Memberships(ambient.site().service(GroupTable.SERVICE), this::fromGroup);
    this.inbox = new Inbox();
    this.sending = new Sending(options.queue(), this::lost);
    this.rate = new FrameRate(options.messagesPerSecond());
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Optional<SocketMessage> receive() throws InterruptedException {
    return inbox.take();
  }

  @Override
  public Iterable<SocketMessage> messages() {
    return () -> new Received<>(message -> message);
  }

  @Override
  public Iterable<String> texts() {
    return () ->
        new Received<>(message -> {
          if (message instanceof SocketMessage.Text(String text)) {
            return text;
          }
          close(NOT_ACCEPTABLE, "Only texts are understood");
          return null;
        });
  }

  @Override
  public void send(String text) throws InterruptedException {
    put(new SocketMessage.Text(text));
  }

  @Override
  public void send(byte[] content) throws InterruptedException {
    put(new SocketMessage.Binary(content));
  }

  private void put(SocketMessage message) throws InterruptedException {
    if (!sending.put(message)) {
      throw new SocketClosed(code());
    }
  }

  private void fromGroup(String group, String text) {
    if (!sending.offer(new SocketMessage.Text(text), options.whenSlow())) {
      sending.discard();
      close(OVERLOADED, "Too slow: " + options.queue() + " messages wait");
    }
  }

  @Override
  public void join(String group) {
    groups.join(group);
  }

  @Override
  public void leave(String group) {
    groups.leave(group);
  }

  @Override
  public void close() {
    close(NORMAL, "");
  }

  @Override
  public void close(int closeCode, String reason) {
    CloseCodes.check(closeCode, reason);
    if (begin(closeCode)) {
      inbox.end();
      sending.finish(closeCode, reason);
    }
  }

  /** Nothing more is read or sent; true for the first who says so. */
  private synchronized boolean begin(int closeCode) {
    if (closing != 0) {
      return false;
    }
    closing = Math.max(1, System.nanoTime());
    code = closeCode;
    return true;
  }

  private synchronized int code() {
    return code;
  }

  @Override
  public boolean isOpen() {
    return closing == 0;
  }

  @Override
  public Optional<String> protocol() {
    return protocol;
  }

  @Override
  public int maxMessageSize() {
    return Math.toIntExact(options.maxMessageSize().bytes());
  }

  @Override
  public void opened(SocketTransport opened) {
    transport = opened;
    sending.opened(opened);
    if (!connections.add(this)) {
      close(OVERLOADED, "There are too many open connections");
      opened.demand();
      return;
    }
    inbox.opened(opened);
    Thread started = Thread.ofVirtual().name("socket-" + id).unstarted(this::run);
    thread = started;
    started.start();
  }

  private void run() {
    try {
      ambient.call(() -> {
        handler.handle(this);
        return null;
      });
      close();
    } catch (SocketClosed | InterruptedException e) {
      close();
    } catch (Exception | StackOverflowError | AssertionError | LinkageError e) {
      LOG.log(System.Logger.Level.ERROR, "The handler of WebSocket " + id + " failed", e);
      close(FAILED, "The server failed");
    } finally {
      groups.end();
      inbox.end();
      connections.remove(this);
    }
  }

  @Override
  public void frame() {
    lastFrame = System.nanoTime();
    if (isOpen() && !rate.allows(lastFrame)) {
      sending.discard();
      close(POLICY, "Too many messages");
    }
  }

  @Override
  public void message(SocketMessage message) {
    if (!rate.allowsMessage(System.nanoTime()) && isOpen()) {
      sending.discard();
      close(POLICY, "Too many messages");
    }
    inbox.put(message);
  }

  @Override
  public void closed(int closeCode, String reason) {
    begin(closeCode);
    groups.end();
    inbox.end();
    sending.discard();
  }

  private void lost(Throwable failure) {
    closed(GOING_AWAY, String.valueOf(failure.getMessage()));
    cut();
  }

  @Override
  public void look(long now, Duration ping) {
    SocketTransport open = transport;
    long end = closing;
    if (open == null) {
      return;
    }
    if (end != 0) {
      if (now - end > LEAVE.toNanos()) {
        cut();
      }
      return;
    }
    long longest = SILENT_PINGS * ping.toNanos();
    boolean dead = !inbox.isFull() && now - lastFrame > longest;
    if (dead || sending.isStuck(now, longest)) {
      cut();
      closed(GOING_AWAY, "");
    } else {
      open.ping();
    }
  }

  @Override
  public void end() {
    close(GOING_AWAY, "The server stops");
  }

  /** Ends the connection now, and the handler too if it still runs. */
  @Override
  public void cut() {
    begin(GOING_AWAY);
    inbox.end();
    sending.discard();
    SocketTransport open = transport;
    if (open != null) {
      open.cut();
    }
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }

  private final class Received<T> implements Iterator<T> {
    private final Function<SocketMessage, @Nullable T> reader;
    private @Nullable T next;

    Received(Function<SocketMessage, @Nullable T> reader) {
      this.reader = reader;
    }

    @Override
    public boolean hasNext() {
      if (next == null) {
        try {
          next = inbox.take().map(reader).orElse(null);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new SocketClosed(code());
        }
      }
      return next != null;
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException("The WebSocket is closed");
      }
      T taken = java.util.Objects.requireNonNull(next);
      next = null;
      return taken;
    }
  }
}
