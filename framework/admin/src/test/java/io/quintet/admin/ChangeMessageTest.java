package io.quintet.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeMessageTest {
  @Test
  void messagesAreWrittenAsDjangoWritesThem() {
    assertThat(ChangeMessage.added()).isEqualTo("[{\"added\":{}}]");
    assertThat(ChangeMessage.changed(List.of("Title", "Slug")))
        .isEqualTo("[{\"changed\":{\"fields\":[\"Title\",\"Slug\"]}}]");
    assertThat(ChangeMessage.changed(List.of())).isEqualTo("[]");
  }

  @Test
  void messagesOfDjangoAreRead() {
    assertThat(ChangeMessage.text("[{\"added\": {}}]")).isEqualTo("Added.");
    assertThat(ChangeMessage.text("[{\"changed\": {\"fields\": [\"Title\", \"Slug\"]}}]"))
        .isEqualTo("Changed Title and Slug.");
    assertThat(
            ChangeMessage.text(
                "[{\"changed\": {\"name\": \"line\", \"object\": \"3\", \"fields\": [\"Size\"]}}]"))
        .isEqualTo("Changed Size of line “3”.");
    assertThat(ChangeMessage.text("[]")).isEqualTo("No fields changed.");
  }

  @Test
  void whatIsNoJsonIsShownAsItIs() {
    assertThat(ChangeMessage.text("Changed by hand")).isEqualTo("Changed by hand");
    assertThat(ChangeMessage.text("[broken")).isEqualTo("[broken");
  }
}
