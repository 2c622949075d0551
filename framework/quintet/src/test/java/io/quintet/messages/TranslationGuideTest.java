package io.quintet.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.i18n.po.PoEntry;
import io.quintet.templates.Engine;
import io.quintet.templates.TemplateMessages;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of {@code docs/topics/translation.md} work, and their messages are found. */
class TranslationGuideTest {
  @TempDir Path folder;

  private static String example(String language) throws IOException {
    String page = Files.readString(Path.of("../../docs/topics/translation.md"));
    Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(page);
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private static List<String> ids(List<PoEntry> found) {
    return found.stream().map(PoEntry::id).toList();
  }

  @Test
  void theTemplate() throws IOException {
    String html = example("html");
    assertThat(ids(TemplateMessages.of("guide", html)))
        .containsExactly("Welcome", "May", "%(n)s course", "No title");
    assertThat(
            Engine.builder()
                .build()
                .fromString("{% load i18n %}" + html)
                .render(Map.of("courses", List.of(1, 2))))
        .contains("Welcome", "2 courses", "No title");
  }

  @Test
  void theJava() throws IOException {
    String java = example("java");
    int end = java.indexOf(";\n") + 2;
    String source =
        java.substring(0, end)
            + "class Guide { void say(int count) {"
            + java.substring(end)
            + "} }";
    Path file = Files.writeString(folder.resolve("Guide.java"), source);
    StringWriter said = new StringWriter();
    var compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of(
            "-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(file)).call();
      assertThat(compiled).as(said.toString()).isTrue();
    }
    List<PoEntry> found = JavaMessages.of("Guide.java", source);
    assertThat(ids(found)).containsExactly("Thank you!", "May", "%d course", "Paid");
    assertThat(found.getFirst().extracted()).containsExactly("Translators: shown after an order.");
  }
}
