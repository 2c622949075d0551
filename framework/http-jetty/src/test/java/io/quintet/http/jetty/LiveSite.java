package io.quintet.http.jetty;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.http.HttpApp;
import io.quintet.http.HttpSettings;
import io.quintet.http.routing.RouteSource;
import io.quintet.http.routing.Router;
import io.quintet.http.routing.Routes;
import io.quintet.http.sessions.SessionSettings;
import io.quintet.http.spi.ServerConfig;
import io.quintet.http.spi.ServerRunner;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A small site on a real socket, with routes of the test's own. */
final class LiveSite implements AutoCloseable {
  static final Duration LONG = Duration.ofSeconds(20);

  private final SiteContext site;
  private final ServerRunner server;

  private LiveSite(Consumer<Routes> urls, Map<String, String> settings, ServerConfig config) {
    this.site =
        SiteContext.builder("live")
            .apps(new HttpApp(), new UrlsApp(urls))
            .env(settings)
            .set(CoreSettings.SECRET_KEY, "a-secret-key-for-tests-only-0123456789")
            .set(HttpSettings.ALLOWED_HOSTS, List.of("localhost", "127.0.0.1"))
            .set(HttpSettings.ACCESS_LOG, false)
            .set(SessionSettings.STORE, SessionSettings.Store.COOKIE)
            .build();
    this.server = ServerRunner.start(site, config);
  }

  /** With settings as environment variables: {@code QUINTET_HTTP_LIVE_PING=100ms}. */
  static LiveSite start(Consumer<Routes> urls, String... settings) {
    return start(config(LONG), urls, settings);
  }

  static LiveSite start(ServerConfig config, Consumer<Routes> urls, String... settings) {
    Map<String, String> env = new java.util.HashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      env.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return new LiveSite(urls, env, config);
  }

  static ServerConfig config(Duration timeouts) {
    return new ServerConfig("127.0.0.1", 0, 8, 8_192, timeouts, timeouts);
  }

  SiteContext site() {
    return site;
  }

  String url(String path) {
    return server.url() + path;
  }

  String socketUrl(String path) {
    return url(path).replace("http://", "ws://");
  }

  /** A connection whose reads wait long enough for any answer. */
  Socket connect() throws IOException {
    Socket socket = new Socket("127.0.0.1", server.port());
    socket.setSoTimeout((int) LONG.toMillis());
    return socket;
  }

  static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Stops with so much time for what runs. */
  void stop(Duration grace) {
    server.stop(grace);
  }

  @Override
  public void close() {
    server.close();
    site.close();
  }

  private record UrlsApp(Consumer<Routes> urls) implements App {
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
              urls.accept(routes);
            }
          });
    }
  }
}
