package io.quintet.http.staticfiles;

import io.quintet.http.Request;
import io.quintet.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of a site by plain and by hashed name, made once; look-ups touch no disk. */
final class StaticManifest {
  private static final int HASH_BYTES = 6;

  private record Entry(StaticResponses.Prepared prepared, boolean hashed) {}

  private final Map<String, String> hashedNames = new HashMap<>();
  private final Map<String, Entry> entries = new HashMap<>();

  private StaticManifest() {}

  static StaticManifest of(List<StaticFile> files) {
    StaticManifest manifest = new StaticManifest();
    for (StaticFile file : files) {
      try {
        manifest.add(file);
      } catch (IOException e) {
        throw new UncheckedIOException("Static file " + file.name() + " cannot be read", e);
      }
    }
    return manifest;
  }

  String hashedName(String name) {
    return hashedNames.getOrDefault(name, name);
  }

  Optional<Response> response(Request request, String name) {
    @Nullable Entry entry = entries.get(name);
    return entry == null
        ? Optional.empty()
        : Optional.of(entry.prepared.response(request, entry.hashed));
  }

  private void add(StaticFile file) throws IOException {
    String hash = hash(file);
    String hashedName = withHash(file.name(), hash);
    StaticResponses.Prepared prepared = StaticResponses.prepare(file, hash);
    hashedNames.put(file.name(), hashedName);
    entries.put(file.name(), new Entry(prepared, false));
    entries.put(hashedName, new Entry(prepared, true));
  }

  /** {@code css/site.css} becomes {@code css/site.3f2a9c1b04de.css}. */
  static String withHash(String name, String hash) {
    int slash = name.lastIndexOf('/');
    int dot = name.lastIndexOf('.');
    return dot > slash
        ? name.substring(0, dot) + "." + hash + name.substring(dot)
        : name + "." + hash;
  }

  static String hash(StaticFile file) throws IOException {
    try (InputStream in = file.open()) {
      DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
      digest.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest(), 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
