package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.auth.Auth;
import io.quintet.auth.Group;
import io.quintet.auth.User;
import io.quintet.core.SiteContext;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code runserver} does to a fresh folder, and how it ends; each in a process of its own. */
class StartAndStopTest {
  private static final String PASSWORD = "    password   ";

  @TempDir Path folder;

  @Test
  void theFirstStartMakesSampleContentAndAnAdministratorAndTheSecondDoesNot() throws Exception {
    try (Started first = Started.development(folder)) {
      String url = first.url();
      assertThat(first.printed()).containsOnlyOnce(PASSWORD).contains("Loaded the sample content.");
      String line =
          first.printed().lines().filter(text -> text.startsWith(PASSWORD)).findAny().orElseThrow();
      String password = line.substring(PASSWORD.length()).split(" ", 2)[0];
      assertThat(password).hasSize(16);
      assertThat(administratorHasPassword(password)).isTrue();
      assertThat(first.get(url + "readyz").get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      first.terminate();
      assertThat(first.status()).isEqualTo(143);
    }
    try (Started second = Started.development(folder)) {
      second.url();
      assertThat(second.printed()).doesNotContain("password").doesNotContain("sample content");
    }
  }

  @Test
  void aStartThatIsKilledHalfWayLeavesNothingAndTheNextBeginsAnew() throws Exception {
    try (Started killed = Started.development(folder, "-Dhang=true")) {
      killed.line("Half of the sample content is saved");
      killed.kill();
    }
    assertThat(rows()).isZero();
    try (Started next = Started.development(folder)) {
      next.url();
      assertThat(next.printed()).contains(PASSWORD).contains("Loaded the sample content.");
    }
    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void toldToStopItLetsTheRunningRequestEnd() throws Exception {
    try (Started site = Started.development(folder)) {
      CompletableFuture<HttpResponse<String>> answer = site.get(site.url() + "slow/");
      site.line("A slow request has begun");
      site.terminate();
      site.line("Stopping: requests that run have 20 seconds to end.");
      site.type("x");
      assertThat(answer.get(60, TimeUnit.SECONDS).body()).isEqualTo("ended with x");
      assertThat(site.status()).isEqualTo(143);
    }
  }

  @Test
  void inProductionItDoesNotMigrateButSaysWhatIsWaiting() throws Exception {
    try (Started site =
        Started.start(folder, Map.of("QUINTET_SECRET_KEY", "0123456789".repeat(6)))) {
      String url = site.url();
      assertThat(site.printed())
          .contains("migrations are waiting, the first is ")
          .contains("Run 'migrate'.")
          .doesNotContain("password");
      HttpResponse<String> ready = site.get(url + "readyz").get(60, TimeUnit.SECONDS);
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body())
          .contains("\"database\":\"ok\"")
          .contains("\"migrations\":\"failed\"");
      assertThat(site.get(url + "healthz").get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }
  }

  private boolean administratorHasPassword(String password) throws Exception {
    try (SiteContext site = SmallSite.site().configure(b -> b.baseDir(folder)).build()) {
      return site.call(() -> Auth.authenticate("admin", password)).isPresent();
    }
  }

  private long rows() throws Exception {
    try (SiteContext site = SmallSite.site().configure(b -> b.baseDir(folder)).build()) {
      return site.call(() -> User.objects.all().count() + Group.objects.all().count());
    }
  }
}
