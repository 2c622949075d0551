package io.quintet.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "covers/2026/11/sea.png", "größe.pdf", "..a", "a..b", "日本.txt"})
  void namesWithinTheStorageAreAccepted(String name) {
    assertThat(FileNames.check(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../secret",
        "a/../../b",
        "a/./b",
        "a//b",
        "a/",
        ".",
        "..",
        "a\\..\\b",
        "C:evil",
        "a\0.png",
        "a\nb",
        "a\u007f"
      })
  void namesThatCouldLeaveTheStorageAreRefused(String name) {
    assertThatThrownBy(() -> FileNames.check(name)).isInstanceOf(UnsafeNameException.class);
  }

  @Test
  void theMessageShowsTheNameWithoutItsControlCharacters() {
    assertThatThrownBy(() -> FileNames.check("a\nb"))
        .hasMessage(
            "Unsafe file name \"a\\u000ab\": back-slashes, colons and control characters are not allowed");
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, passwd",
    "'C:\\Users\\ann\\my holiday.JPG', my_holiday.JPG",
    "'.htaccess', htaccess",
    "'..', file",
    "'???', file",
    "'<script>.svg', script.svg",
    "'Grüße aus Wien.pdf', Grüße_aus_Wien.pdf",
    "'trailing.', trailing"
  })
  void aNameFromOutsideIsMadeSafe(String sent, String expected) {
    assertThat(FileNames.clean(sent)).isEqualTo(expected);
  }

  @Test
  void aVeryLongNameKeepsItsExtensionAndFitsTheFileSystem() {
    String clean = FileNames.clean("ö日".repeat(300) + ".png");

    assertThat(clean).endsWith(".png");
    assertThat(clean.getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(FileNames.MAX_ELEMENT_BYTES);
    assertThat(FileNames.check(FileNames.alternative(clean))).isNotEqualTo(clean);
  }

  @Test
  void lookAlikeCharactersWhoseLowByteIsADotStayWhatTheyAre() {
    assertThat(FileNames.clean("阮严灵丰丰甲来")).isEqualTo("阮严灵丰丰甲来");
  }

  @Test
  void anAlternativeKeepsFolderAndExtension() {
    assertThat(FileNames.alternative("a.b/sea.png")).matches("a\\.b/sea_[A-Za-z0-9]{7}\\.png");
    assertThat(FileNames.alternative("a.b/README")).matches("a\\.b/README_[A-Za-z0-9]{7}");
  }
}
