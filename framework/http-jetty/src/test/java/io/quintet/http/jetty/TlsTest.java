package io.quintet.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.http.Response;
import io.quintet.http.events.EventStreams;
import io.quintet.http.routing.Routes;
import io.quintet.http.sockets.WebSockets;
import io.quintet.http.spi.ServerConfig;
import io.quintet.http.spi.ServerStartException;
import io.quintet.http.spi.TlsFiles;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  @TempDir static Path folder;
  private static TestCertificate first;
  private static TestCertificate second;
  private static LiveSite site;

  private static void urls(Routes routes) {
    routes.path("", request -> Response.text(request.scheme() + " " + request.isSecure()));
    routes.path(
        "events/",
        request ->
            EventStreams.open(
                request,
                events -> {
                  events.send("one");
                  events.send("two");
                }));
    routes.path(
        "echo/",
        request ->
            WebSockets.accept(
                request,
                socket -> {
                  for (String text : socket.texts()) {
                    socket.send("echo " + text);
                  }
                }));
  }

  private static Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @BeforeAll
  static void start() throws Exception {
    first = TestCertificate.make(folder, "first", "EC");
    second = TestCertificate.make(folder, "second", "RSA");
    TlsFiles files =
        new TlsFiles(
            write("cert.pem", first.certificate()),
            write("key.pem", first.key()),
            Duration.ofMillis(50));
    site =
        LiveSite.start(
            LiveSite.config(Duration.ofSeconds(2)).withTls(files),
            TlsTest::urls,
            "QUINTET_HTTP_HSTS_AGE=365d");
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static HttpResponse<String> get(TestCertificate trusted, Version version, String path)
      throws Exception {
    try (HttpClient client =
        HttpClient.newBuilder().sslContext(trusted.trusting()).version(version).build()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(site.url(path))).build(), BodyHandlers.ofString());
    }
  }

  @Test
  void browsersGetHttp2AndOthersHttp1() throws Exception {
    HttpResponse<String> modern = get(first, Version.HTTP_2, "");
    assertThat(modern.version()).isEqualTo(Version.HTTP_2);
    assertThat(modern.body()).isEqualTo("https true");
    HttpResponse<String> old = get(first, Version.HTTP_1_1, "");
    assertThat(old.version()).isEqualTo(Version.HTTP_1_1);
    assertThat(old.body()).isEqualTo("https true");
  }

  @Test
  void browsersAreToldToInsistOnIt() throws Exception {
    assertThat(get(first, Version.HTTP_2, "").headers().firstValue("Strict-Transport-Security"))
        .contains("max-age=31536000");
  }

  @Test
  void eventsGoOverHttp2() throws Exception {
    HttpResponse<String> response = get(first, Version.HTTP_2, "events/");
    assertThat(response.version()).isEqualTo(Version.HTTP_2);
    assertThat(response.body()).isEqualTo("data: one\n\ndata: two\n\n");
  }

  @Test
  void webSocketsGoOverTls() throws Exception {
    BlockingQueue<String> received = new LinkedBlockingQueue<>();
    try (HttpClient client = HttpClient.newBuilder().sslContext(first.trusting()).build()) {
      var socket =
          client
              .newWebSocketBuilder()
              .buildAsync(
                  URI.create(site.url("echo/").replace("https://", "wss://")),
                  new java.net.http.WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(
                        java.net.http.WebSocket from, CharSequence data, boolean last) {
                      received.add(data.toString());
                      from.request(1);
                      return null;
                    }
                  })
              .join();
      socket.sendText("hello", true).join();
      assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo("echo hello");
      socket.abort();
    }
  }

  @Test
  void oldVersionsAndWeakCiphersAreRefused() throws Exception {
    assertThatThrownBy(() -> handshake("TLSv1.1", null)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> handshake("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"))
        .isInstanceOf(IOException.class);
    assertThat(handshake("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"))
        .isEqualTo("TLSv1.2");
    assertThat(handshake("TLSv1.3", null)).isEqualTo("TLSv1.3");
  }

  private static String handshake(String version, String cipher) throws Exception {
    URI uri = URI.create(site.url(""));
    try (SSLSocket socket =
        (SSLSocket)
            first.trusting().getSocketFactory().createSocket(uri.getHost(), uri.getPort())) {
      socket.setEnabledProtocols(new String[] {version});
      if (cipher != null) {
        socket.setEnabledCipherSuites(new String[] {cipher});
      }
      socket.startHandshake();
      return socket.getSession().getProtocol();
    }
  }

  @Test
  void aClientThatSpeaksHttpInClearIsCutOff() throws Exception {
    try (Socket socket = site.connect()) {
      LiveSite.send(socket, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(new String(socket.getInputStream().readAllBytes())).doesNotContain("HTTP/1.1 200");
    }
  }

  @Test
  void aHandshakeThatNeverEndsIsCutOff() throws Exception {
    try (Socket socket = site.connect()) {
      // The beginning of a record of 16,000 bytes, then a byte at a time, each soon enough to
      // count.
      socket.getOutputStream().write(new byte[] {22, 3, 1, 62, (byte) 128, 1, 0, 62, 124});
      long begun = System.nanoTime();
      boolean cut = false;
      socket.setSoTimeout(100);
      while (!cut && System.nanoTime() - begun < Duration.ofSeconds(15).toNanos()) {
        try {
          socket.getOutputStream().write(1);
          cut = socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException stillOpen) {
          cut = false;
        } catch (IOException closed) {
          cut = true;
        }
      }
      assertThat(cut).isTrue();
    }
  }

  @Test
  void changedFilesAreLoadedAndWrongOnesAreNot() throws Exception {
    Path certificates = folder.resolve("cert.pem");
    try {
      // First the certificate only: it does not belong to the key, so the old one stays.
      Files.writeString(certificates, second.certificate());
      Files.setLastModifiedTime(certificates, FileTime.fromMillis(1_000));
      assertThat(get(first, Version.HTTP_1_1, "").statusCode()).isEqualTo(200);
      Files.writeString(folder.resolve("key.pem"), second.key());
      Files.setLastModifiedTime(folder.resolve("key.pem"), FileTime.fromMillis(2_000));
      awaitTrusted(second);
      assertThatThrownBy(() -> get(first, Version.HTTP_1_1, "")).isInstanceOf(SSLException.class);
    } finally {
      Files.writeString(certificates, first.certificate());
      Files.writeString(folder.resolve("key.pem"), first.key());
      awaitTrusted(first);
    }
  }

  private static void awaitTrusted(TestCertificate certificate) {
    org.awaitility.Awaitility.await()
        .atMost(20, TimeUnit.SECONDS)
        .ignoreExceptionsInstanceOf(SSLException.class)
        .until(() -> get(certificate, Version.HTTP_1_1, "").statusCode() == 200);
  }

  @Nested
  class WrongFiles {
    private String error(String certificate, String key) {
      ServerConfig config =
          LiveSite.config(Duration.ofSeconds(2))
              .withTls(
                  new TlsFiles(
                      folder.resolve(certificate), folder.resolve(key), Duration.ofMinutes(1)));
      Throwable[] thrown = new Throwable[1];
      assertThatThrownBy(() -> LiveSite.start(config, TlsTest::urls).close())
          .isInstanceOf(ServerStartException.class)
          .satisfies(e -> thrown[0] = e);
      return thrown[0].getMessage().replace(folder + "/", "");
    }

    @Test
    void areNamedWithWhatToDo() throws Exception {
      write("good.pem", first.certificate());
      write("good-key.pem", first.key());
      write("other-key.pem", second.key());
      write("empty.pem", "");
      write("broken.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
      write("broken-key.pem", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
      write("locked.pem", "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n");
      write("pkcs1.pem", "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n");
      assertThat(error("none.pem", "good-key.pem"))
          .isEqualTo(
              "HTTPS cannot be spoken: the file none.pem is not there. Check http.tls-certificate");
      assertThat(error("empty.pem", "good-key.pem"))
          .isEqualTo(
              "HTTPS cannot be spoken: the file empty.pem holds no certificate. A PEM file with -----BEGIN CERTIFICATE----- is needed; check http.tls-certificate");
      assertThat(error("broken.pem", "good-key.pem"))
          .isEqualTo(
              "HTTPS cannot be spoken: the file broken.pem holds a certificate that cannot be read. Check http.tls-certificate");
      assertThat(error("good.pem", "none.pem"))
          .isEqualTo("HTTPS cannot be spoken: the file none.pem is not there. Check http.tls-key");
      assertThat(error("good.pem", "empty.pem"))
          .isEqualTo(
              "HTTPS cannot be spoken: the file empty.pem holds no private key. A PEM file with -----BEGIN PRIVATE KEY----- is needed; check http.tls-key");
      assertThat(error("good.pem", "broken-key.pem"))
          .isEqualTo(
              "HTTPS cannot be spoken: the file broken-key.pem holds a private key of an unknown kind. Keys of RSA, elliptic curves and Ed25519 are understood");
      assertThat(error("good.pem", "locked.pem"))
          .isEqualTo(
              "HTTPS cannot be spoken: the file locked.pem is encrypted. Convert it: openssl pkcs8 -topk8 -nocrypt -in locked.pem -out key.pem");
      assertThat(error("good.pem", "pkcs1.pem"))
          .isEqualTo(
              "HTTPS cannot be spoken: the file pkcs1.pem is not in the form PKCS#8. Convert it: openssl pkcs8 -topk8 -nocrypt -in pkcs1.pem -out key.pem");
      assertThat(error("good.pem", "other-key.pem"))
          .isEqualTo(
              "HTTPS cannot be spoken: the file other-key.pem is not the key of the first certificate in good.pem. Name the key with which that certificate was asked for; the server's own certificate stands first");
    }
  }
}
