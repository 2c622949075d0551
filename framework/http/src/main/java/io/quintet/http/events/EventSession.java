package io.quintet.http.events;

import io.quintet.http.Body;
import io.quintet.http.internal.live.Ambient;
import io.quintet.http.internal.live.GroupTable;
import io.quintet.http.internal.live.Live;
import io.quintet.http.internal.live.LiveConnections;
import io.quintet.http.internal.live.Memberships;
import io.quintet.http.internal.live.Outbox;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One event stream: its handler's thread, and the thread that writes and keeps it alive. */
final class EventSession implements EventStream, Body.Writer, Live {
  private static final System.Logger LOG = System.getLogger("io.quintet.http.events");
  private static final byte[] HEART_BEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);
  private static final int SILENT_PINGS = 3;
  private static final Duration LEAVE = Duration.ofSeconds(5);

  private final Optional<String> lastEventId;
  private final EventOptions options;
  private final EventHandler handler;
  private final Ambient ambient;
  private final Duration ping;
  private final LiveConnections connections;
  private final Memberships groups;
  private final Outbox<ServerEvent> outbox;
  private final Map<String, Function<String, ServerEvent>> events = new ConcurrentHashMap<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger running = new AtomicInteger(2);
  private volatile long ended;
  private volatile long writing;
  private volatile @Nullable Thread handling;
  private volatile @Nullable Thread writer;

  EventSession(
      Optional<String> lastEventId, EventOptions options, Duration ping, EventHandler handler) {
    this.lastEventId = lastEventId;
    this.options = options;
    this.handler = handler;
    this.ping = ping;
    this.ambient = Ambient.current();
    this.connections = ambient.site().service(LiveConnections.SERVICE);
    this.groups = new Memberships(ambient.site().service(GroupTable.SERVICE), this::fromGroup);
    this.outbox = new Outbox<>(options.queue());
  }

  @Override
  public Optional<String> lastEventId() {
    return lastEventId;
  }

  @Override
  public void send(ServerEvent event) throws InterruptedException {
    if (!outbox.put(event)) {
      throw new StreamClosed();
    }
  }

  @Override
  public void send(String data) throws InterruptedException {
    send(ServerEvent.of(data));
  }

  private void fromGroup(String group, String text) {
    ServerEvent event = events.getOrDefault(group, ServerEvent::of).apply(text);
    if (!outbox.offer(event, options.whenSlow())) {
      cut();
    }
  }

  @Override
  public void join(String group) {
    join(group, ServerEvent::of);
  }

  @Override
  public void join(String group, Function<String, ServerEvent> event) {
    events.put(group, event);
    groups.join(group);
  }

  @Override
  public void leave(String group) {
    groups.leave(group);
    events.remove(group);
  }

  @Override
  public void await() throws InterruptedException {
    over.await();
  }

  @Override
  public void close() {
    finish();
    outbox.finish();
  }

  @Override
  public boolean isOpen() {
    return ended == 0;
  }

  /** Writes until the handler is done or the client is gone. */
  @Override
  public void writeTo(OutputStream out) throws IOException {
    if (!connections.add(this)) {
      return;
    }
    writer = Thread.currentThread();
    Thread started = Thread.ofVirtual().name("events").unstarted(this::handle);
    handling = started;
    started.start();
    try {
      flush(out);
      while (!outbox.isDone()) {
        write(out);
      }
    } catch (InterruptedException e) {
      throw new IOException("The event stream was cut off", e);
    } finally {
      finish();
      outbox.discard();
      writing = 0;
      leave();
    }
  }

  private void write(OutputStream out) throws IOException, InterruptedException {
    ServerEvent event = outbox.poll(ping);
    writing = Math.max(1, System.nanoTime());
    if (event == null && !outbox.isDone()) {
      out.write(HEART_BEAT);
    }
    for (; event != null; event = outbox.poll()) {
      out.write(event.encoded());
    }
    flush(out);
  }

  private void flush(OutputStream out) throws IOException {
    writing = Math.max(1, System.nanoTime());
    out.flush();
    writing = 0;
  }

  private void handle() {
    try {
      ambient.call(() -> {
        handler.handle(this);
        return null;
      });
    } catch (StreamClosed | InterruptedException e) {
      LOG.log(System.Logger.Level.DEBUG, "An event stream ended before its handler", e);
    } catch (Exception | StackOverflowError | AssertionError | LinkageError e) {
      LOG.log(System.Logger.Level.ERROR, "The handler of an event stream failed", e);
    } finally {
      close();
      leave();
    }
  }

  /** The connection is over when both threads are. */
  private void leave() {
    if (running.decrementAndGet() == 0) {
      connections.remove(this);
    }
  }

  private synchronized void finish() {
    if (ended == 0) {
      ended = Math.max(1, System.nanoTime());
    }
    groups.end();
    over.countDown();
  }

  @Override
  public void look(long now, Duration interval) {
    long since = ended;
    long busy = writing;
    boolean stuck = busy != 0 && now - busy > SILENT_PINGS * interval.toNanos();
    if (stuck || (since != 0 && now - since > LEAVE.toNanos())) {
      cut();
    }
  }

  @Override
  public void end() {
    close();
  }

  @Override
  public void cut() {
    finish();
    outbox.discard();
    for (Thread thread : new @Nullable Thread[] {handling, writing == 0 ? null : writer}) {
      if (thread != null) {
        thread.interrupt();
      }
    }
  }
}
