package io.quintet.http.jetty;

import io.quintet.http.spi.ServerStartException;
import io.quintet.http.spi.TlsFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/** Reads certificates and a key as they are usually handed out: PEM files. */
final class PemFiles {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";
  private static final int LONGEST = 1024 * 1024;
  private static final byte[] PROBE = "quintet".getBytes(StandardCharsets.US_ASCII);

  private PemFiles() {}

  /**
   * A key store, without a password, of what is in the files.
   *
   * @throws ServerStartException if they are not there or do not belong together, with one line for
   *     the operator
   */
  static KeyStore read(TlsFiles files) {
    Certificate[] chain = certificates(files.certificates());
    PrivateKey key = key(files.key());
    if (!belong(key, chain[0].getPublicKey())) {
      throw wrong(
          files.key(),
          "is not the key of the first certificate in " + files.certificates(),
          "Name the key with which that certificate was asked for; the server's own certificate stands first");
    }
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("server", key, new char[0], chain);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new ServerStartException(
          "The certificate and key for HTTPS cannot be used: " + e.getMessage(), e);
    }
  }

  private static Certificate[] certificates(Path file) {
    String text = text(file, "http.tls-certificate");
    Collection<? extends Certificate> found;
    try {
      found =
          text.contains("-----BEGIN CERTIFICATE-----")
              ? CertificateFactory.getInstance("X.509")
                  .generateCertificates(
                      new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)))
              : List.of();
    } catch (CertificateException e) {
      throw wrong(file, "holds a certificate that cannot be read", "Check http.tls-certificate");
    }
    if (found.isEmpty()) {
      throw wrong(
          file,
          "holds no certificate",
          "A PEM file with -----BEGIN CERTIFICATE----- is needed; check http.tls-certificate");
    }
    return found.toArray(X509Certificate[]::new);
  }

  private static PrivateKey key(Path file) {
    String text = text(file, "http.tls-key");
    if (text.contains("BEGIN ENCRYPTED PRIVATE KEY") || text.contains("Proc-Type: 4,ENCRYPTED")) {
      throw wrong(file, "is encrypted", convert(file));
    }
    if (text.contains("BEGIN RSA PRIVATE KEY") || text.contains("BEGIN EC PRIVATE KEY")) {
      throw wrong(file, "is not in the form PKCS#8", convert(file));
    }
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw wrong(
          file,
          "holds no private key",
          "A PEM file with " + BEGIN + " is needed; check http.tls-key");
    }
    byte[] encoded;
    try {
      encoded = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
    } catch (IllegalArgumentException e) {
      throw wrong(file, "holds a private key that cannot be read", "Check http.tls-key");
    }
    for (String algorithm : List.of("EC", "RSA", "EdDSA", "RSASSA-PSS")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
      } catch (InvalidKeySpecException | NoSuchAlgorithmException ofAnotherKind) {
        continue;
      }
    }
    throw wrong(
        file,
        "holds a private key of an unknown kind",
        "Keys of RSA, elliptic curves and Ed25519 are understood");
  }

  private static boolean belong(PrivateKey key, PublicKey certified) {
    if (!key.getAlgorithm().equals(certified.getAlgorithm())) {
      return false;
    }
    String algorithm =
        switch (key.getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> key.getAlgorithm();
        };
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(PROBE);
      byte[] signed = signature.sign();
      signature.initVerify(certified);
      signature.update(PROBE);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String text(Path file, String setting) {
    try {
      if (Files.size(file) > LONGEST) {
        throw wrong(file, "is larger than any PEM file", "Check " + setting);
      }
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw wrong(file, "is not there", "Check " + setting);
    } catch (IOException e) {
      throw wrong(
          file, "cannot be read (" + e.getMessage() + ")", "See that this user may read it");
    }
  }

  private static String convert(Path file) {
    return "Convert it: openssl pkcs8 -topk8 -nocrypt -in " + file.getFileName() + " -out key.pem";
  }

  private static ServerStartException wrong(Path file, String what, String advice) {
    return new ServerStartException(
        "HTTPS cannot be spoken: the file %s %s. %s".formatted(file, what, advice), null);
  }
}
