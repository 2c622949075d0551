package io.quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyTest {
  private static final int THREADS = 16;
  private static final int PAGES = 400;

  /** Types that are read at the same places, so that what a place remembers keeps changing. */
  private record Thing(String title) implements TemplateObject {
    @Override
    public Object property(String name) {
      return name.equals("title") ? title : ABSENT;
    }
  }

  @Test
  void manyThreadsRenderWhileFilesChange(@TempDir Path folder) throws Exception {
    write(folder, "base.html", "0<{% block body %}{% endblock %}>0", 0);
    write(folder, "row.html", "({{ thing.title }})", 0);
    write(
        folder,
        "page.html",
        "{% extends 'base.html' %}{% block body %}{% for thing in things %}{% include 'row.html' %}{% endfor %}{% endblock %}",
        0);
    Engine engine = Engine.builder().loaders(Loaders.directory(folder)).debug(true).build();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int number = thread;
        running.add(threads.submit(() -> render(engine, number)));
      }
      for (int change = 1; change <= 50; change++) {
        write(folder, "base.html", change + "<{% block body %}{% endblock %}>" + change, change);
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
  }

  private static void render(Engine engine, int number) {
    for (int i = 0; i < PAGES; i++) {
      String title = "<" + number + ":" + i + ">";
      String shown = "(&lt;" + number + ":" + i + "&gt;)";
      List<Object> things = List.of(new Thing(title), Map.of("title", title), new Thing(title));
      String page =
          new String(
              engine.template("page.html").renderBytes(Map.of("things", things)),
              java.nio.charset.StandardCharsets.UTF_8);
      assertThat(page).matches("(\\d+)<" + java.util.regex.Pattern.quote(shown.repeat(3)) + ">\\1");
    }
  }

  /** A file is replaced in one step, as editors and deployments do, with a time of its own. */
  private static void write(Path folder, String name, String text, int version) throws IOException {
    Path fresh = Files.createTempFile(folder, "fresh", ".tmp");
    Files.writeString(fresh, text);
    Files.setLastModifiedTime(fresh, FileTime.from(Instant.ofEpochSecond(1_000 + version)));
    Files.move(fresh, folder.resolve(name), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }
}
