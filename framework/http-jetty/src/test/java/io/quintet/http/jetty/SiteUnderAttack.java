package io.quintet.http.jetty;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.core.settings.DataSize;
import io.quintet.http.HttpApp;
import io.quintet.http.HttpSettings;
import io.quintet.http.Response;
import io.quintet.http.routing.RouteSource;
import io.quintet.http.routing.Router;
import io.quintet.http.routing.Routes;
import io.quintet.http.spi.ServerConfig;
import io.quintet.http.spi.ServerRunner;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** A small site on a real socket, clients that write bytes as they are, and a regular visitor. */
final class SiteUnderAttack implements AutoCloseable {
  static final int HEADER_LIMIT = 8_192;
  static final int FORM_LIMIT = 64 * 1_024;

  /** In the answer of {@code /marker/} only: if it is seen, a smuggled request was answered. */
  static final String MARKER = "MARKER-WAS-SERVED";

  /** Released when an answer of {@code /endless/} begins. */
  static final Semaphore ENDLESS_BEGUN = new Semaphore(0);

  /** Released when an answer of {@code /endless/} is given up. */
  static final Semaphore ENDLESS_ENDED = new Semaphore(0);

  private static final int LONG_WAIT = 20_000;

  private final SiteContext site;
  private final ServerRunner server;

  private SiteUnderAttack(Duration idle, Duration request) {
    this.site =
        SiteContext.builder("attacked")
            .apps(new HttpApp(), new UrlsApp())
            .env(Map.of())
            .set(CoreSettings.SECRET_KEY, "a-secret-key-for-tests-only-0123456789")
            .set(HttpSettings.ALLOWED_HOSTS, List.of("localhost", "127.0.0.1"))
            .set(HttpSettings.MAX_FORM_SIZE, DataSize.ofKilobytes(64))
            .set(HttpSettings.ACCESS_LOG, false)
            .build();
    this.server =
        ServerRunner.start(site, new ServerConfig("127.0.0.1", 0, 50, HEADER_LIMIT, idle, request));
  }

  static SiteUnderAttack start(Duration idle, Duration request) {
    return new SiteUnderAttack(idle, request);
  }

  private static void urls(Routes routes) {
    routes.path("", request -> Response.text("hello"));
    routes.path("marker/", request -> Response.text(MARKER));
    routes
        .path("echo/", request -> Response.text("length " + request.text().length() + "."))
        .methods("POST")
        .csrfExempt();
    routes.path(
        "endless/",
        request ->
            Response.stream(
                "text/plain",
                out -> {
                  ENDLESS_BEGUN.release();
                  try {
                    while (true) {
                      out.write(new byte[8_192]);
                    }
                  } finally {
                    ENDLESS_ENDED.release();
                  }
                }));
  }

  private record UrlsApp() implements App {
    @Override
    public String label() {
      return "urls";
    }

    @Override
    public void configure(AppConfig config) {
      config.add(
          Router.ROOTS,
          new RouteSource() {
            @Override
            public String namespace() {
              return "";
            }

            @Override
            public void define(Routes routes) {
              urls(routes);
            }
          });
    }
  }

  /** A connection whose reads wait long enough for any answer. */
  Socket connect() throws IOException {
    Socket socket = new Socket("127.0.0.1", server.port());
    socket.setSoTimeout(LONG_WAIT);
    return socket;
  }

  /** Sends the characters as bytes, says that no more will come, and reads until the end. */
  String exchange(String request) throws IOException {
    try (Socket socket = connect()) {
      send(socket, request);
      socket.shutdownOutput();
      return readAll(socket);
    }
  }

  static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Everything until the server closes, in order or by a reset. */
  static String readAll(Socket socket) throws IOException {
    StringBuilder all = new StringBuilder();
    byte[] buffer = new byte[4_096];
    InputStream in = socket.getInputStream();
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        all.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
      }
    } catch (java.net.SocketException reset) {
      all.append("<reset>");
    }
    return all.toString();
  }

  /** What a regular visitor gets at this moment. */
  String visitor() throws IOException {
    return exchange("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  }

  /** The heap in use once garbage is gone. */
  static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Override
  public void close() {
    server.close();
    site.close();
  }
}
