/** The HTTP server on Jetty's core; nothing of Jetty is visible outside. */
module io.quintet.http.jetty {
  requires io.quintet.http;
  requires org.eclipse.jetty.alpn.server;
  requires org.eclipse.jetty.server;
  requires org.eclipse.jetty.http2.server;
  requires org.eclipse.jetty.websocket.core.server;
  requires static org.jspecify;

  provides io.quintet.http.spi.HttpServer with
      io.quintet.http.jetty.JettyServer;
}
