package io.quintet.http.jetty;

import io.quintet.http.spi.ServerStartException;
import io.quintet.http.spi.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * What HTTPS is spoken with: TLS 1.3 and 1.2, with forward secrecy and authenticated encryption
 * only. When the files have changed, new connections get what is in them; while they are wrong, the
 * server goes on with what it has and says so.
 */
final class Tls extends AbstractLifeCycle {
  private static final System.Logger LOG = System.getLogger(JettyServer.class.getName());

  private final TlsFiles files;
  private final SslContextFactory.Server context = new SslContextFactory.Server();
  private List<FileTime> seen;
  private @Nullable ServerConnector connector;
  private Scheduler.@Nullable Task next;

  /**
   * Reads the files.
   *
   * @throws ServerStartException if they are wrong
   */
  Tls(TlsFiles files) {
    this.files = files;
    this.seen = times();
    context.setKeyStore(PemFiles.read(files));
    context.setKeyStorePassword("");
    context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    context.setIncludeCipherSuites(
        "TLS_AES_.*", "TLS_CHACHA20_.*", "TLS_ECDHE_.*_GCM_.*", "TLS_ECDHE_.*_CHACHA20_.*");
    context.setRenegotiationAllowed(false);
    context.setSniRequired(false);
  }

  SslContextFactory.Server context() {
    return context;
  }

  /** Looks at the files from the start of a connector to its end. */
  void watchFor(ServerConnector listening) {
    connector = listening;
    listening.addBean(this);
  }

  @Override
  protected void doStart() {
    lookLater();
  }

  @Override
  protected synchronized void doStop() {
    if (next != null) {
      next.cancel();
    }
  }

  private synchronized void lookLater() {
    if (connector != null && !isStopping() && !isStopped()) {
      next =
          connector
              .getScheduler()
              .schedule(this::look, files.lookEvery().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    List<FileTime> now = times();
    if (!now.equals(seen)) {
      seen = now;
      reload();
    }
    lookLater();
  }

  private void reload() {
    try {
      var store = PemFiles.read(files);
      context.reload(factory -> factory.setKeyStore(store));
      LOG.log(
          System.Logger.Level.INFO, "The certificate {0} was loaded again", files.certificates());
    } catch (ServerStartException e) {
      LOG.log(
          System.Logger.Level.WARNING, "{0}. The former certificate is still used", e.getMessage());
    } catch (Exception e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The certificate could not be loaded again; the former one is still used",
          e);
    }
  }

  private List<FileTime> times() {
    return List.of(time(files.certificates()), time(files.key()));
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }
}
