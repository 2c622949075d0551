package io.quintet.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
  @Test
  void anyInputIsALineThatCanBeReadByPeople() {
    byte[] input = "{{ a|b:\"\\\" }}\n\u00e9\0".getBytes(StandardCharsets.UTF_8);
    assertThat(Corpus.encode(input)).isEqualTo("{{ a|b:\"\\\\\" }}\\n\\xc3\\xa9\\x00");
    assertThat(Corpus.decode(Corpus.encode(input))).isEqualTo(input);
  }

  @Test
  void everyByteComesBack() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    assertThat(Corpus.decode(Corpus.encode(all))).isEqualTo(all);
  }

  @Test
  void aFolderOfInputsBecomesAFileOfLinesTheShortestFirstAndBack(@TempDir Path folder)
      throws Exception {
    Path inputs = Files.createDirectory(folder.resolve("inputs"));
    Files.writeString(inputs.resolve("a"), "long one");
    Files.writeString(inputs.resolve("b"), "short");
    Files.writeString(inputs.resolve("c"), "short");
    Files.writeString(inputs.resolve("d"), "x".repeat(10_000));
    Path file = folder.resolve("Some.corpus");
    CorpusFiles.pack(inputs, file);
    assertThat(file).hasContent("short\nlong one");
    CorpusFiles.unpack(file, folder.resolve("again"));
    assertThat(folder.resolve("again/kept-0")).hasContent("short");
    assertThat(folder.resolve("again/kept-1")).hasContent("long one");
  }

  @Test
  void aWrongLineIsRefused() {
    assertThatThrownBy(() -> Corpus.decode("a\\q"))
        .hasMessage("'\\q' in a line of a corpus, which has only \\\\, \\n and \\x00: a\\q");
    assertThatThrownBy(() -> Corpus.decode("a\\xg")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTargetWithoutACorpusIsToldWhereItGoes() {
    assertThatThrownBy(() -> Corpus.of(CorpusTest.class))
        .hasMessage(
            "No corpus for the target io.quintet.fuzzing.CorpusTest: put a file CorpusTest.corpus"
                + " beside it in src/test/resources, one input a line.");
  }
}
