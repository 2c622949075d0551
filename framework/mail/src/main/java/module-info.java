/** Mail: messages and the ways they leave. */
module io.quintet.mail {
  requires transitive io.quintet.core;
  requires jakarta.mail;
  requires jakarta.activation;
  requires org.eclipse.angus.mail;
  requires static transitive org.jspecify;

  exports io.quintet.mail;
  exports io.quintet.mail.spi;
}
