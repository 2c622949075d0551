package io.quintet.http.spi;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a server proves its name with.
 *
 * @param certificates a PEM file: the server's certificate, then those of the authorities that
 *     signed it, without the root
 * @param key a PEM file: the private key of the first certificate (PKCS#8, not encrypted)
 * @param lookEvery how often the files are looked at; when they have changed, new connections get
 *     what is in them now
 */
public record TlsFiles(Path certificates, Path key, Duration lookEvery) {
  /** Checks the interval. */
  public TlsFiles {
    if (!lookEvery.isPositive()) {
      throw new IllegalArgumentException(
          "The files of TLS are looked at every so often, found " + lookEvery);
    }
  }
}
