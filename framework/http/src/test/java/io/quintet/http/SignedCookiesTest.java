package io.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.SiteContext;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignedCookiesTest {
  private static final Duration DAY = Duration.ofDays(1);

  /**
   * Made by Django's algorithm, outside of this framework, for the key and time of the test site.
   */
  private static final String DJANGOS = "dark:1w1kcH:i_VlLp3TgO1htmltFahg9pghGzAwFmO4VHj5nbxTZu8";

  private static SiteContext site(Duration later) {
    return TestSite.site(routes -> {})
        .clock(Clock.fixed(TestSite.NOW.plus(later), ZoneOffset.UTC))
        .build();
  }

  private static Cookie signed(String name, String salt) throws Exception {
    return site(Duration.ZERO).call(() -> SignedCookies.sign(Cookie.of(name, "dark"), salt));
  }

  private static Optional<String> read(String value, String salt, Duration later) throws Exception {
    Request request = Request.builder("GET", "/").header("Cookie", "theme=" + value).build();
    return site(later).call(() -> SignedCookies.read(request, "theme", salt, DAY));
  }

  @Test
  void aValueIsSignedAsDjangoDoesAndComesBack() throws Exception {
    assertThat(signed("theme", "look").value()).isEqualTo(DJANGOS);
    assertThat(read(DJANGOS, "look", Duration.ofHours(23))).hasValue("dark");
  }

  @Test
  void whatWasChangedIsOldOrOfAnotherUseIsNothing() throws Exception {
    assertThat(read(DJANGOS.replace("dark", "bark"), "look", Duration.ZERO)).isEmpty();
    assertThat(read("dark", "look", Duration.ZERO)).isEmpty();
    assertThat(read("", "look", Duration.ZERO)).isEmpty();
    assertThat(read(DJANGOS, "look", Duration.ofHours(25))).isEmpty();
    assertThat(read(DJANGOS, "other", Duration.ZERO)).isEmpty();
    assertThat(read(signed("other", "look").value(), "look", Duration.ZERO)).isEmpty();
  }
}
