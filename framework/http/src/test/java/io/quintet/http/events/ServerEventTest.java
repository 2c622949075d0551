package io.quintet.http.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerEventTest {
  private static final List<String> BREAKS = List.of("\n", "\r", "\r\n", "\n\n", "\r\r", "\n\r");

  private static String encoded(ServerEvent event) {
    return new String(event.encoded(), StandardCharsets.UTF_8);
  }

  @Test
  void anEventIsItsFieldsAndAnEmptyLine() {
    assertThat(encoded(ServerEvent.of("hello"))).isEqualTo("data: hello\n\n");
    assertThat(encoded(ServerEvent.of(""))).isEqualTo("data: \n\n");
    assertThat(
            encoded(
                ServerEvent.of("Grüße")
                    .named("greeting")
                    .withId(7)
                    .withRetry(Duration.ofMillis(1500))))
        .isEqualTo("id: 7\nevent: greeting\nretry: 1500\ndata: Grüße\n\n");
  }

  @Test
  void dataOfSeveralLinesArrivesAsItWas() {
    assertThat(encoded(ServerEvent.of("a\nb"))).isEqualTo("data: a\ndata: b\n\n");
    assertThat(encoded(ServerEvent.of("a\r\nb"))).isEqualTo("data: a\ndata: b\n\n");
    assertThat(encoded(ServerEvent.of("a\rb"))).isEqualTo("data: a\ndata: b\n\n");
    assertThat(encoded(ServerEvent.of("a\n"))).isEqualTo("data: a\ndata: \n\n");
  }

  @Test
  void noLineOfDataBecomesAFieldOrAnotherEvent() {
    for (String first : BREAKS) {
      for (String second : BREAKS) {
        for (String field : List.of("event: evil", "id: 9", "retry: 1", ": comment", "data: x")) {
          String sent = encoded(ServerEvent.of("text" + first + field + second + "end"));
          assertThat(sent.substring(0, sent.length() - 2).lines())
              .allMatch(line -> line.startsWith("data: "));
          assertThat(sent).endsWith("\n\n").doesNotContain("\r");
          assertThat(sent.indexOf("\n\n")).isEqualTo(sent.length() - 2);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\rb", "a\r\nb", "\n", "a\u0000b"})
  void anIdAndANameAreOneLine(String text) {
    assertThatThrownBy(() -> ServerEvent.of("x").named(text))
        .hasMessage("The name of a server-sent event is one line without CR, LF and NUL");
    assertThatThrownBy(() -> ServerEvent.of("x").withId(text))
        .hasMessage("The id of a server-sent event is one line without CR, LF and NUL");
  }
}
