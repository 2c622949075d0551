package io.quintet.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.text.SafeString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sixteen threads render while files change: for a second, or for {@code
 * -Dquintet.templates.seconds=60}.
 */
class ConcurrencyTest {
  private static final int THREADS = 16;
  private static final int PAGES = 20;

  /** Renderings that there are at least, however busy the machine is. */
  private static final int LEAST = 400;

  private static final double SECONDS =
      Double.parseDouble(System.getProperty("quintet.templates.seconds", "1"));

  @TempDir Path folder;

  /** Types that are read at the same places, so that what a place remembers keeps changing. */
  private record Thing(String title) implements TemplateObject {
    @Override
    public Object property(String name) {
      return name.equals("title") ? title : ABSENT;
    }
  }

  @Test
  void pagesAreMadeOfWholeVersionsOfTheirFilesAndNothingElse() throws Exception {
    base(0);
    row(0);
    for (int page = 0; page < PAGES; page++) {
      page(page, 0);
    }
    Engine engine = Engine.builder().loaders(Loaders.directory(folder)).debug(true).build();
    AtomicInteger rendered = new AtomicInteger();
    whileChanging(
        number -> () -> render(engine, rendered.getAndIncrement(), number),
        () -> rendered.get() >= LEAST,
        version -> {
          base(version);
          row(version);
          page(version % PAGES, version);
        });
  }

  private void base(int version) throws IOException {
    replace("base.html", version + "<{% block body %}{% endblock %}>" + version, version);
  }

  private void row(int version) throws IOException {
    replace("row.html", "({{ thing.title }}:" + version + ")", version);
  }

  private void page(int page, int version) throws IOException {
    replace(
        "page" + page + ".html",
        "{% extends 'base.html' %}{% block body %}"
            + page
            + "/"
            + version
            + ":{% for thing in things %}{% include 'row.html' %}{% endfor %}:"
            + version
            + "{% endblock %}",
        version);
  }

  /** Half of the threads render one page, the others a page each time different. */
  private static void render(Engine engine, int round, int number) {
    int page = number % 2 == 0 ? 0 : round % PAGES;
    String title = "<" + number + "é" + round + ">";
    String shown = Pattern.quote("(&lt;" + number + "é" + round + "&gt;:");
    List<Object> things = List.of(new Thing(title), Map.of("title", title), new Thing(title));
    byte[] bytes = engine.template("page" + page + ".html").renderBytes(Map.of("things", things));
    String row = shown + "\\d+\\)";
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .matches("(\\d+)<" + page + "/(\\d+):" + row + row + row + ":\\2>\\1");
  }

  @Test
  void aFileThatIsWrittenInPiecesIsReadWithoutHarmAndInTheEndWhole() throws Exception {
    IntFunction<String> text = version -> ("v" + version + ":{{ a }}é;").repeat(50);
    Path file = folder.resolve("page.html");
    Files.writeString(file, text.apply(0));
    Engine engine = Engine.builder().loaders(Loaders.directory(folder)).debug(true).build();
    AtomicInteger last = new AtomicInteger();
    AtomicInteger seen = new AtomicInteger();
    whileChanging(
        number ->
            () -> {
              seen.getAndIncrement();
              // The system may hand out the beginning of one version and the end of the next.
              assertThat(rendered(engine)).matches("[v0-9:<>é;{} a]*");
            },
        () -> seen.get() >= LEAST,
        version -> {
          byte[] bytes = text.apply(version).getBytes(StandardCharsets.UTF_8);
          int half = bytes.length / 2;
          Files.write(file, Arrays.copyOf(bytes, half));
          Files.write(
              file, Arrays.copyOfRange(bytes, half, bytes.length), StandardOpenOption.APPEND);
          last.set(version);
        });
    assertThat(rendered(engine)).isEqualTo(text.apply(last.get()).replace("{{ a }}", "<>"));
  }

  private static String rendered(Engine engine) {
    try {
      return engine.template("page.html").render(Map.of("a", SafeString.of("<>")));
    } catch (TemplateDoesNotExist | TemplateSyntaxError halfWritten) {
      return "";
    } catch (UncheckedIOException e) {
      // Half a character.
      assertThat(e.getCause()).isInstanceOf(CharacterCodingException.class);
      return "";
    }
  }

  /** What changes the files for the time of the test; versions count from 1. */
  private interface Change {
    void to(int version) throws IOException;
  }

  /** What a thread does again and again. */
  private interface Work {
    Runnable of(int thread);
  }

  private static void whileChanging(Work work, BooleanSupplier enough, Change change)
      throws Exception {
    AtomicBoolean going = new AtomicBoolean(true);
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        Runnable step = work.of(thread);
        running.add(
            threads.submit(() -> {
              while (going.get()) {
                step.run();
              }
              return null;
            }));
      }
      long end = System.nanoTime() + (long) (SECONDS * 1e9);
      try {
        // A thread that fails is not waited for.
        BooleanSupplier failed = () -> running.stream().anyMatch(Future::isDone);
        for (int version = 1;
            System.nanoTime() < end || !enough.getAsBoolean() && !failed.getAsBoolean();
            version++) {
          change.to(version);
        }
      } finally {
        going.set(false);
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
  }

  /** A file is replaced in one step, as editors and deployments do, with a time of its own. */
  private void replace(String name, String text, int version) throws IOException {
    Path fresh = Files.createTempFile(folder, "fresh", ".tmp");
    Files.writeString(fresh, text);
    Files.setLastModifiedTime(fresh, FileTime.from(Instant.ofEpochSecond(1_000 + version)));
    Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
