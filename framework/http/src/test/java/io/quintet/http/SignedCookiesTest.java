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

  private static Optional<String> readDjangos(String salt) throws Exception {
    Request request = Request.builder("GET", "/").header("Cookie", "theme=" + DJANGOS).build();
    return site(Duration.ofHours(23))
        .call(() -> SignedCookies.readDjangos(request, "theme", salt, DAY));
  }

  @Test
  void aValueComesBack() throws Exception {
    assertThat(read(signed("theme", "").value(), "", Duration.ofHours(23))).hasValue("dark");
    assertThat(read(signed("theme", "look").value(), "look", Duration.ofHours(23)))
        .hasValue("dark");
  }

  @Test
  void cookiesCanBeSharedWithDjango() throws Exception {
    Cookie cookie = Cookie.of("theme", "dark");
    assertThat(site(Duration.ZERO).call(() -> SignedCookies.signAsDjango(cookie, "look")).value())
        .isEqualTo(DJANGOS);
    assertThat(readDjangos("look")).hasValue("dark");
    assertThat(readDjangos("other")).isEmpty();
  }

  @Test
  void aCookieIsGoodForItsNameAndSaltAndNoOtherThatReadTheSame() throws Exception {
    String[][] uses = {{"theme", "a"}, {"themea", ""}, {"them", "ea"}, {"t", "hemea"}};
    for (String[] made : uses) {
      String value = signed(made[0], made[1]).value();
      for (String[] asked : uses) {
        Request request =
            Request.builder("GET", "/").header("Cookie", asked[0] + "=" + value).build();
        Optional<String> read =
            site(Duration.ZERO).call(() -> SignedCookies.read(request, asked[0], asked[1], DAY));
        assertThat(read.isPresent()).as(made[0] + " as " + asked[0]).isEqualTo(made == asked);
      }
    }
  }

  @Test
  void whatWasChangedIsOldOrOfAnotherUseIsNothing() throws Exception {
    String made = signed("theme", "look").value();
    assertThat(read(made.replace("dark", "bark"), "look", Duration.ZERO)).isEmpty();
    assertThat(read("dark", "look", Duration.ZERO)).isEmpty();
    assertThat(read("", "look", Duration.ZERO)).isEmpty();
    assertThat(read(made, "look", Duration.ofHours(25))).isEmpty();
    assertThat(read(made, "other", Duration.ZERO)).isEmpty();
    assertThat(read(DJANGOS, "look", Duration.ZERO)).isEmpty();
    assertThat(read(signed("other", "look").value(), "look", Duration.ZERO)).isEmpty();
  }
}
