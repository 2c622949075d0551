package io.quintet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.signals.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SiteContextTest {
  static final ExtensionPoint<String> GREETINGS = ExtensionPoint.named("greetings");
  static final Signal<String> SAID = Signal.named("said");

  record Greeter(String label, String greeting) implements App {
    @Override
    public void configure(AppConfig config) {
      config.add(GREETINGS, greeting);
    }
  }

  private static SiteContext.Builder site() {
    return SiteContext.builder("test").env(Map.of());
  }

  @Test
  void extensionsComeInTheOrderOfTheApps() {
    try (SiteContext site =
        site().apps(new Greeter("b", "hello"), new Greeter("a", "hi")).build()) {
      assertThat(site.extensions(GREETINGS)).containsExactly("hello", "hi");
      assertThat(site.app("a")).contains(new Greeter("a", "hi"));
      assertThat(site.app("c")).isEmpty();
    }
  }

  @Test
  void theLabelOfAnAppIsTheLastSegmentOfItsPackage() {
    assertThat(new CoreApp().label()).isEqualTo("core");
    assertThat(new CoreApp().verboseName()).isEqualTo("Core");
  }

  @Test
  void theCurrentSiteIsBoundForTheLengthOfTheWork() {
    try (SiteContext site = site().build()) {
      assertThat(SiteContext.find()).isEmpty();
      site.run(() -> assertThat(SiteContext.current()).isSameAs(site));
      assertThat(SiteContext.find()).isEmpty();
    }
  }

  @Test
  void aServiceIsMadeOnceOnFirstUseAndClosedInReverseOrder() {
    List<String> log = new ArrayList<>();
    Service<String> first =
        Service.of("first", s -> note(log, "make first")).closing(x -> log.add("close first"));
    Service<String> second =
        Service.of("second", s -> s.service(first) + note(log, "make second"))
            .closing(x -> log.add("close second"));
    SiteContext site = site().build();
    site.service(second);
    site.service(second);
    site.close();
    assertThat(log).containsExactly("make first", "make second", "close second", "close first");
  }

  @Test
  void aServiceCanBeReplacedForOneSite() {
    Service<String> service = Service.of("greeting", s -> "real");
    try (SiteContext site = site().replace(service, s -> "replaced").build()) {
      assertThat(site.service(service)).isEqualTo("replaced");
    }
  }

  @Test
  void receiversHearASignalInTheOrderInWhichTheyWereConnected() {
    List<String> heard = new ArrayList<>();
    App listener =
        new App() {
          @Override
          public String label() {
            return "listener";
          }

          @Override
          public void configure(AppConfig config) {
            config
                .receive(SAID, word -> heard.add("first " + word))
                .receive(SAID, word -> heard.add("second " + word));
          }
        };
    try (SiteContext site = site().apps(listener).build()) {
      site.run(() -> SAID.send("x"));
    }
    assertThat(heard).containsExactly("first x", "second x");
  }

  @Test
  void afterCommitReceiversWaitForTheTransaction() {
    List<Runnable> waiting = new ArrayList<>();
    List<String> heard = new ArrayList<>();
    Executor transaction = waiting::add;
    try (SiteContext site =
        site().replace(io.quintet.core.signals.Receivers.AFTER_COMMIT, s -> transaction).build()) {
      site.receivers().connect(SAID, heard::add, true);
      site.run(() -> SAID.send("x"));
      assertThat(heard).isEmpty();
      waiting.forEach(Runnable::run);
      assertThat(heard).containsExactly("x");
    }
  }

  private static String note(List<String> log, String text) {
    log.add(text);
    return text;
  }

  @Nested
  class Failures {
    @Test
    void whenTwoAppsHaveOneLabel() {
      assertThatThrownBy(() -> site().apps(new Greeter("a", "x"), new Greeter("a", "y")))
          .isInstanceOf(ImproperlyConfigured.class)
          .hasMessage(
              "Two apps have the label 'a': io.quintet.core.SiteContextTest$Greeter and"
                  + " io.quintet.core.SiteContextTest$Greeter. Override label() in one of them.");
    }

    @Test
    void whenNoSiteIsBound() {
      assertThatThrownBy(SiteContext::current)
          .hasMessage(
              "No site is bound to this thread. Code that runs outside a request, command or task"
                  + " must be wrapped: site.run(() -> ...).");
    }

    @Test
    void whenAServiceNeedsItself() {
      var holder = new Object[1];
      Service<Object> service = Service.of("loop", s -> s.service((Service<?>) holder[0]));
      holder[0] = service;
      try (SiteContext site = site().build()) {
        assertThatThrownBy(() -> site.service(service))
            .hasMessage("The service 'loop' needs itself while it is being made.");
      }
    }
  }
}
