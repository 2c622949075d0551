package io.quintet.auth.passwords;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A password must not be one of those that everybody tries first. */
public record CommonPasswordRule() implements PasswordRule {

  @Override
  public String help() {
    return "Your password can\u2019t be a commonly used password.";
  }

  @Override
  public Optional<Violation> check(String password, Map<String, String> attributes) {
    return Words.COMMON.contains(password.strip().toLowerCase(Locale.ROOT))
        ? Optional.of(new Violation("password_too_common", "This password is too common."))
        : Optional.empty();
  }

  /** Read on first use. */
  private static final class Words {
    static final Set<String> COMMON = read();

    private static Set<String> read() {
      try (@Nullable InputStream in =
          CommonPasswordRule.class.getResourceAsStream("common-passwords.txt")) {
        if (in == null) {
          throw new IllegalStateException("common-passwords.txt is missing from the jar");
        }
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        Set<String> words = new HashSet<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          for (String word : line.split(" ")) {
            if (!word.isEmpty()) {
              words.add(word);
            }
          }
        }
        return Set.copyOf(words);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
