package io.quintet.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.quintet.http.Response;
import io.quintet.http.spi.ServerConfig;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Idle connections beside busy ones. Small by default; for a real soak, with enough file handles
 * ({@code ulimit -n}; a connection takes two here, as both ends are in this process):
 *
 * <pre>{@code
 * mvn test -pl framework/http-jetty -am -Dtest=ManyConnectionsTest \
 *     -Dquintet.soak.idle=10000 -Dquintet.soak.busy=64 -Dquintet.soak.seconds=30
 * }</pre>
 */
class ManyConnectionsTest {
  private static final int IDLE = Integer.getInteger("quintet.soak.idle", 100);
  private static final int BUSY = Integer.getInteger("quintet.soak.busy", 8);
  private static final Duration TIME =
      Duration.ofMillis(1_000L * Integer.getInteger("quintet.soak.seconds", 0) + 500);
  private static final int ADDRESSES = 20;
  private static final long MOST_HEAP = 16 * 1_024;
  private static final byte[] REQUEST =
      "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int ANSWER_END = '!';

  private final List<Socket> idle = new ArrayList<>();

  @Test
  void idleConnectionsCostLittleAndHoldNobodyUp() throws Exception {
    ServerConfig config =
        new ServerConfig("0.0.0.0", 0, 512, 16_384, TIME.plusMinutes(3), Duration.ofSeconds(30));
    try (LiveSite site =
            LiveSite.start(config, routes -> routes.path("", request -> Response.text("hello!")));
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      int port = URI.create(site.url("")).getPort();
      Usage before = Usage.now();
      open(port);
      Usage opened = Usage.now();
      AtomicLong answers = new AtomicLong();
      long end = System.nanoTime() + TIME.toNanos();
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < BUSY; i++) {
        int address = i;
        running.add(
            clients.submit(() -> {
              try (Socket socket = connect(address, port)) {
                do {
                  ask(socket);
                  answers.incrementAndGet();
                } while (System.nanoTime() < end);
              }
              return null;
            }));
      }
      for (Future<?> client : running) {
        client.get();
      }
      Usage after = Usage.now();
      System.Logger log = System.getLogger(ManyConnectionsTest.class.getName());
      log.log(
          System.Logger.Level.INFO,
          "{0} idle, {1} busy for {2} ms: {3} answers; before {4}, opened {5}, after {6}",
          IDLE,
          BUSY,
          TIME.toMillis(),
          answers,
          before,
          opened,
          after);
      assertThat(answers.get()).isGreaterThanOrEqualTo(BUSY);
      assertThat((after.heap() - before.heap()) / IDLE).as("heap").isLessThan(MOST_HEAP);
      assertThat(after.threads() - before.threads()).as("threads").isLessThan(50);
      for (Socket socket : idle) {
        ask(socket);
      }
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  /** Each has had an answer before it falls silent. */
  private void open(int port) throws IOException {
    for (int i = 0; i < IDLE; i++) {
      Socket socket = connect(i, port);
      idle.add(socket);
      ask(socket);
    }
  }

  /** Over several addresses of this machine, since one has so many ports only. */
  private static Socket connect(int number, int port) throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout((int) LiveSite.LONG.toMillis());
    socket.connect(new InetSocketAddress("127.0.0." + (1 + number % ADDRESSES), port));
    return socket;
  }

  private static void ask(Socket socket) throws IOException {
    socket.getOutputStream().write(REQUEST);
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[1_024];
    int read = in.read(buffer);
    while (read < 0 || buffer[read - 1] != ANSWER_END) {
      if (read < 0) {
        throw new IOException("The server has closed the connection");
      }
      read = in.read(buffer);
    }
  }

  /** What this process holds. */
  private record Usage(long heap, int threads, long handles) {
    static Usage now() {
      System.gc();
      long handles =
          ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
              ? unix.getOpenFileDescriptorCount()
              : -1;
      return new Usage(
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
          ManagementFactory.getThreadMXBean().getThreadCount(),
          handles);
    }

    @Override
    public String toString() {
      return "%d KiB of heap, %d threads, %d handles".formatted(heap / 1_024, threads, handles);
    }
  }
}
