package io.quintet.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.CoreApp;
import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.SiteContext;
import io.quintet.core.bus.MessageBus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RedisBusTest {
  private static final String NAME = "bus-test-" + UUID.randomUUID();

  /** Each is a process of one site, as far as the bus can tell. */
  private static SiteContext process(String url) {
    return SiteContext.builder(NAME)
        .env(Map.of("QUINTET_BUS_BACKEND", "redis", "QUINTET_REDIS_BUS_URL", url))
        .apps(new CoreApp(), new RedisApp())
        .build();
  }

  private static BlockingQueue<String> listen(SiteContext process, String channel) {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    process.service(MessageBus.SERVICE).subscribe(channel, heard::add);
    return heard;
  }

  private static String next(BlockingQueue<String> heard) throws InterruptedException {
    return String.valueOf(heard.poll(20, TimeUnit.SECONDS));
  }

  @Test
  void theProcessesOfASiteHearEachOtherOnce() throws Exception {
    RedisCacheTest.requireRedis();
    try (SiteContext one = process(RedisCacheTest.URL);
        SiteContext two = process(RedisCacheTest.URL)) {
      BlockingQueue<String> first = listen(one, "news");
      BlockingQueue<String> second = listen(two, "news");
      BlockingQueue<String> other = listen(two, "sport");
      one.service(MessageBus.SERVICE).publish("news", "rain, wind\nand sun");
      two.service(MessageBus.SERVICE).publish("news", "fog");
      two.service(MessageBus.SERVICE).publish("sport", "goal");
      assertThat(List.of(next(first), next(first)))
          .containsExactlyInAnyOrder("rain, wind\nand sun", "fog");
      assertThat(List.of(next(second), next(second)))
          .containsExactlyInAnyOrder("rain, wind\nand sun", "fog");
      assertThat(next(other)).isEqualTo("goal");
      assertThat(first).isEmpty();
      assertThat(second).isEmpty();
    }
  }

  @Test
  void aClosedSubscriptionHearsNothingMore() throws Exception {
    RedisCacheTest.requireRedis();
    try (SiteContext one = process(RedisCacheTest.URL);
        SiteContext two = process(RedisCacheTest.URL)) {
      List<String> gone = new CopyOnWriteArrayList<>();
      BlockingQueue<String> stays = listen(one, "news");
      MessageBus.Subscription leaving =
          one.service(MessageBus.SERVICE).subscribe("news", gone::add);
      leaving.close();
      two.service(MessageBus.SERVICE).publish("news", "rain");
      assertThat(next(stays)).isEqualTo("rain");
      assertThat(gone).isEmpty();
    }
  }

  @Test
  void aLostConnectionIsMadeAgain() throws Exception {
    RedisCacheTest.requireRedis();
    try (Cable cable = new Cable();
        SiteContext one = process("redis://127.0.0.1:" + cable.port() + "/0");
        SiteContext two = process(RedisCacheTest.URL)) {
      BlockingQueue<String> heard = listen(one, "news");
      two.service(MessageBus.SERVICE).publish("news", "before");
      assertThat(next(heard)).isEqualTo("before");
      cable.cut();
      Awaitility.await()
          .atMost(20, TimeUnit.SECONDS)
          .until(() -> {
            two.service(MessageBus.SERVICE).publish("news", "after");
            return "after".equals(heard.poll(100, TimeUnit.MILLISECONDS));
          });
    }
  }

  @Test
  void withoutAServerThisProcessStillHearsItself() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (SiteContext alone = process("redis://127.0.0.1:" + free + "/0")) {
      BlockingQueue<String> heard = listen(alone, "news");
      alone.service(MessageBus.SERVICE).publish("news", "rain");
      assertThat(next(heard)).isEqualTo("rain");
    }
  }

  @Test
  void anAddressThatCannotBeReadIsReportedWithoutItsPassword() {
    try (SiteContext wrong = process("http://user:hunter2@localhost")) {
      assertThatThrownBy(() -> wrong.service(MessageBus.SERVICE))
          .isInstanceOf(ImproperlyConfigured.class)
          .hasMessageStartingWith("redis.bus-url: this is no Redis address; write it as redis://")
          .hasMessageNotContaining("hunter2");
    }
  }

  /** Lies between a client and the server, and can be cut through. */
  private static final class Cable implements AutoCloseable {
    private final ServerSocket listening;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();

    Cable() throws IOException {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(this::accept);
    }

    int port() {
      return listening.getLocalPort();
    }

    private void accept() {
      try {
        while (true) {
          Socket client = listening.accept();
          Socket server = new Socket(RedisCacheTest.HOST, RedisCacheTest.PORT);
          ends.add(client);
          ends.add(server);
          Thread.ofVirtual().start(() -> carry(client, server));
          Thread.ofVirtual().start(() -> carry(server, client));
        }
      } catch (IOException closed) {
        cut();
      }
    }

    private static void carry(Socket from, Socket to) {
      try (InputStream in = from.getInputStream();
          OutputStream out = to.getOutputStream()) {
        in.transferTo(out);
      } catch (SocketException wasCut) {
        // The other end sees it by itself.
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    void cut() {
      for (Socket end : ends) {
        try {
          end.close();
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }
    }

    @Override
    public void close() throws IOException {
      listening.close();
      cut();
    }
  }
}
