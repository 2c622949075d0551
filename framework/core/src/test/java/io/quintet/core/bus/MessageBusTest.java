package io.quintet.core.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.ImproperlyConfigured;
import io.quintet.core.SiteContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageBusTest {
  private final List<String> heard = new ArrayList<>();

  @Test
  void whoIsSubscribedHearsWhatIsPublished() {
    try (SiteContext site = SiteContext.builder("site").env(Map.of()).build()) {
      MessageBus bus = site.service(MessageBus.SERVICE);
      bus.publish("news", "nobody listens");
      MessageBus.Subscription one = bus.subscribe("news", text -> heard.add("one " + text));
      bus.subscribe("news", text -> heard.add("two " + text));
      bus.subscribe("sport", text -> heard.add("sport " + text));
      bus.publish("news", "rain");
      one.close();
      bus.publish("news", "sun");
    }
    assertThat(heard).containsExactly("one rain", "two rain", "two sun");
  }

  @Test
  void aReceiverThatFailsHoldsNobodyUp() {
    MessageBus bus = MessageBus.memory();
    bus.subscribe(
        "news",
        text -> {
          throw new IllegalStateException("failed");
        });
    bus.subscribe("news", heard::add);
    bus.publish("news", "rain");
    assertThat(heard).containsExactly("rain");
  }

  @Test
  void aBackEndThatIsNotInstalledIsNamed() {
    SiteContext site =
        SiteContext.builder("site").env(Map.of("QUINTET_BUS_BACKEND", "redis")).build();
    assertThatThrownBy(() -> site.service(MessageBus.SERVICE))
        .isInstanceOf(ImproperlyConfigured.class)
        .hasMessage(
            "The setting bus.backend is 'redis', but only memory can be used here. Install the app of that integration, or name another");
  }
}
