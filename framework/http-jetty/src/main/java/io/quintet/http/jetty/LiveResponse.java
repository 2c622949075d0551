package io.quintet.http.jetty;

import java.io.IOException;
import org.eclipse.jetty.io.Connection;

/**
 * A response that is written for as long as the client stays; two are never the same.
 *
 * @param connection the connection that it keeps busy
 * @param writing writes it
 */
record LiveResponse(Connection connection, Writing writing) {
  /** Writes a whole response. */
  @FunctionalInterface
  interface Writing {
    void write() throws IOException;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
