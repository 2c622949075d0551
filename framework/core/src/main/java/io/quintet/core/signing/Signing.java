package io.quintet.core.signing;

import io.quintet.core.CoreSettings;
import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.SiteContext;
import io.quintet.core.json.Json;
import io.quintet.core.json.JsonException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Signed JSON values that are safe in a URL or a cookie; what Django's {@code dumps} makes. */
public final class Signing {
  private static final int MOST_BYTES = 1 << 20;

  private Signing() {}

  /**
   * The secret key of a site, which signs, followed by its former keys, whose signatures still
   * hold.
   *
   * @throws ImproperlyConfigured if the site has no secret key
   */
  public static List<String> keys(SiteContext site) {
    String secret = site.setting(CoreSettings.SECRET_KEY);
    if (secret.isEmpty()) {
      throw new ImproperlyConfigured(
          "The setting 'secret-key' is empty. Set QUINTET_SECRET_KEY to a long random text.");
    }
    List<String> keys = new ArrayList<>();
    keys.add(secret);
    keys.addAll(site.setting(CoreSettings.SECRET_KEY_FALLBACKS));
    return List.copyOf(keys);
  }

  /** The value as signed text of the current site, marked with the time. */
  public static String dumps(@Nullable Object value, String salt) {
    return dumps(value, TimestampSigner.of(salt), false);
  }

  /** The value as signed text; compressed if that is wanted and makes it shorter. */
  public static String dumps(@Nullable Object value, TimestampSigner signer, boolean compress) {
    return signer.sign(encode(value, compress));
  }

  /**
   * The value of a signed text of the current site.
   *
   * @throws BadSignature if the signature does not match or the content cannot be read
   * @throws SignatureExpired if it is older than {@code maxAge}
   */
  public static @Nullable Object loads(String text, String salt, Duration maxAge) {
    return decode(TimestampSigner.of(salt).unsign(text, maxAge));
  }

  /**
   * The value of a signed text, however old.
   *
   * @throws BadSignature if the signature does not match or the content cannot be read
   */
  public static @Nullable Object loads(String text, TimestampSigner signer) {
    return decode(signer.unsign(text));
  }

  /** The value as JSON text with a signature that does not grow old; compressed if it helps. */
  public static String dumps(@Nullable Object value, Signer signer, boolean compress) {
    return signer.sign(encode(value, compress));
  }

  /**
   * The value of a text that was signed without the time.
   *
   * @throws BadSignature if the signature does not match or the content cannot be read
   */
  public static @Nullable Object loads(String text, Signer signer) {
    return decode(signer.unsign(text));
  }

  /**
   * The value of a signed text.
   *
   * @throws BadSignature if the signature does not match or the content cannot be read
   * @throws SignatureExpired if it is older than {@code maxAge}
   */
  public static @Nullable Object loads(String text, TimestampSigner signer, Duration maxAge) {
    return decode(signer.unsign(text, maxAge));
  }

  private static String encode(@Nullable Object value, boolean compress) {
    byte[] data = ascii(Json.write(value)).getBytes(StandardCharsets.US_ASCII);
    boolean compressed = false;
    if (compress) {
      byte[] smaller = deflate(data);
      compressed = smaller.length < data.length - 1;
      data = compressed ? smaller : data;
    }
    String base64 = Base64.getUrlEncoder().withoutPadding().encodeToString(data);
    return compressed ? "." + base64 : base64;
  }

  private static @Nullable Object decode(String text) {
    boolean compressed = text.startsWith(".");
    try {
      byte[] data = Base64.getUrlDecoder().decode(compressed ? text.substring(1) : text);
      return Json.parse(compressed ? inflate(data) : data);
    } catch (IllegalArgumentException | JsonException | IOException e) {
      throw new BadSignature("The signed content cannot be read");
    }
  }

  private static String ascii(String json) {
    var text = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c < 127) {
        text.append(c);
      } else {
        text.append("\\u%04x".formatted((int) c));
      }
    }
    return text.toString();
  }

  private static byte[] deflate(byte[] data) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(bytes)) {
      out.write(data);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] inflate(byte[] data) throws IOException {
    try (var in = new InflaterInputStream(new ByteArrayInputStream(data))) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException("The signed content is larger than " + MOST_BYTES + " bytes");
      }
      return bytes;
    }
  }
}
