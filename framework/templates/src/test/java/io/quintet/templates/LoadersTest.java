package io.quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadersTest {
  @TempDir Path folder;

  @Test
  void aDirectoryHoldsTemplatesByPath() throws IOException {
    Files.createDirectories(folder.resolve("blog"));
    Files.writeString(folder.resolve("blog/post.html"), "{{ x }}");
    Engine engine = Engine.builder().loaders(Loaders.directory(folder)).build();
    assertThat(engine.template("blog/post.html").render(Map.of("x", 1))).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../secret", "blog/../../secret", "/etc/passwd", "..\\secret", "", "c:/x"})
  void aNameNeverLeadsOutOfTheDirectory(String name) throws IOException {
    Path inner = Files.createDirectories(folder.resolve("inner"));
    Files.writeString(folder.resolve("secret"), "secret");
    Engine engine = Engine.builder().loaders(Loaders.directory(inner)).build();
    assertThatThrownBy(() -> engine.template(name)).isInstanceOf(TemplateDoesNotExist.class);
  }

  @Test
  void aChangedFileIsReadAgainInDevelopmentOnly() throws IOException {
    Path file = folder.resolve("a");
    Files.writeString(file, "old");
    Engine production = Engine.builder().loaders(Loaders.directory(folder)).build();
    Engine development = Engine.builder().loaders(Loaders.directory(folder)).debug(true).build();
    assertThat(production.template("a").render(Map.of())).isEqualTo("old");
    assertThat(development.template("a").render(Map.of())).isEqualTo("old");
    Files.writeString(file, "new");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2040-01-01T00:00:00Z")));
    assertThat(production.template("a").render(Map.of())).isEqualTo("old");
    assertThat(development.template("a").render(Map.of())).isEqualTo("new");
  }

  @Test
  void aTemplateExtendsTheOneOfItsNameInTheNextPlace() {
    Engine engine =
        Engine.builder()
            .loaders(
                Loaders.memory(
                    Map.of(
                        "base",
                        "{% extends 'base' %}{% block a %}mine {{ block.super }}{% endblock %}")),
                Loaders.memory(Map.of("base", "<{% block a %}theirs{% endblock %}>")))
            .build();
    assertThat(engine.template("base").render(Map.of())).isEqualTo("<mine theirs>");
  }

  @Test
  void aSourceIsReadOnceHoweverOftenItIsExtended() {
    AtomicInteger reads = new AtomicInteger();
    Loader memory = Loaders.memory(Map.of("base", "base", "page", "{% extends 'base' %}"));
    Loader counting =
        new Loader() {
          @Override
          public Optional<TemplateSource> load(String name, Predicate<String> skip) {
            reads.incrementAndGet();
            return memory.load(name, skip);
          }

          @Override
          public String describe() {
            return "counting";
          }
        };
    Engine engine = Engine.builder().loaders(counting).build();
    for (int i = 0; i < 3; i++) {
      assertThat(engine.template("page").render(Map.of())).isEqualTo("base");
    }
    assertThat(reads).hasValue(2);
  }

  @Test
  void theFirstOfSeveralNamesIsTaken() {
    Engine engine = Engine.builder().loaders(Loaders.memory(Map.of("b", "b"))).build();
    assertThat(engine.select(List.of("a", "b")).name()).isEqualTo("b");
    assertThatThrownBy(() -> engine.select(List.of("x", "y")))
        .hasMessage("Template does not exist: x, y; looked in memory");
  }

  @Test
  void relativeNamesStartAtTheTemplateThatHasThem() {
    Engine engine =
        Engine.builder()
            .loaders(
                Loaders.memory(
                    Map.of(
                        "a/page",
                        "{% extends './base' %}",
                        "a/base",
                        "{% include '../part' %}",
                        "part",
                        "ok")))
            .build();
    assertThat(engine.template("a/page").render(Map.of())).isEqualTo("ok");
  }

  @Test
  void oneTemplateServesManyThreads() throws Exception {
    Engine engine =
        Engine.builder()
            .loaders(
                Loaders.memory(
                    Map.of(
                        "base", "{% block b %}{% endblock %}",
                        "page",
                            "{% extends 'base' %}{% block b %}{% for i in l %}{% cycle 'a' 'b' %}{{ i }}{{ x }}{% endfor %}{% endblock %}")))
            .build();
    List<Integer> numbers = IntStream.range(0, 50).boxed().toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> work =
          IntStream.range(0, 40)
              .<Callable<String>>mapToObj(x ->
                  () -> engine.template("page").render(Map.of("l", numbers, "x", "." + x + ";")))
              .toList();
      List<Future<String>> results = threads.invokeAll(work);
      for (int x = 0; x < results.size(); x++) {
        StringBuilder expected = new StringBuilder();
        for (int i : numbers) {
          expected.append(i % 2 == 0 ? "a" : "b").append(i).append('.').append(x).append(';');
        }
        assertThat(results.get(x).get()).isEqualTo(expected.toString());
      }
    }
  }
}
