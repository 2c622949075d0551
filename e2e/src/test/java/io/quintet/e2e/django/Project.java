package io.quintet.e2e.django;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.Site;
import io.quintet.core.commands.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** A project made by {@code startproject}, changed and run as its owner does it. */
final class Project {
  private static final String MAIN = "mysite.Mysite";

  private final Path folder;
  private final List<String> commands = new ArrayList<>();

  private Project(Path folder) {
    this.folder = folder;
  }

  /** Makes the project {@code mysite}. */
  static Project start(Path parent) {
    Path folder = parent.resolve("mysite");
    var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    int status =
        Site.named("any")
            .configure(builder -> builder.baseDir(parent).env(Map.of()))
            .execute(Terminal.plain(out, out), "startproject", "mysite", folder.toString());
    assertThat(status).isZero();
    return new Project(folder);
  }

  /** The commands that were run, as they are typed. */
  List<String> commands() {
    return commands;
  }

  /** The file of a class. */
  Path source(String type) {
    return folder.resolve("src/main/java").resolve(type.replace('.', '/') + ".java");
  }

  String read(String type) throws IOException {
    return Files.readString(source(type));
  }

  /** Writes a file of the project, {@code .env} for example. */
  void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  void writeClass(String type, String text) throws IOException {
    write("src/main/java/" + type.replace('.', '/') + ".java", text);
  }

  /** Replaces a text of a class, which must be there. */
  void edit(String type, String old, String text) throws IOException {
    String source = read(type);
    assertThat(source).contains(old);
    Files.writeString(source(type), source.replace(old, text));
  }

  /** Compiles all sources; the test fails with what the compiler says. */
  void compile() throws IOException {
    List<File> files;
    try (Stream<Path> all = Files.walk(folder.resolve("src/main/java"))) {
      files = all.filter(path -> path.toString().endsWith(".java")).map(Path::toFile).toList();
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    var found = new DiagnosticCollector<JavaFileObject>();
    String classes = Files.createDirectories(folder.resolve("target/classes")).toString();
    try (var manager = compiler.getStandardFileManager(found, null, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of(
              "-d",
              classes,
              "-s",
              classes,
              "-cp",
              System.getProperty("java.class.path"),
              "-proc:full");
      compiler
          .getTask(null, manager, found, options, null, manager.getJavaFileObjectsFromFiles(files))
          .call();
    }
    assertThat(
            found.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString))
        .isEmpty();
  }

  /** Runs {@code ./manage} with these words, parted by blanks, quotes as in a shell. */
  String manage(String words) {
    commands.add("./manage " + words);
    return (String)
        call(
            "command",
            Stream.of(words.split(" ")).map(w -> w.replace("'", "")).toArray(String[]::new));
  }

  /** What the static method {@code run()} of a class of the project returns. */
  String result(String type) {
    return (String) call("call", type);
  }

  /** Serves the site; the text of the result is the port. */
  AutoCloseable serve() {
    return (AutoCloseable) call("serve");
  }

  private Object call(String method, String... arguments) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // Not closed: a server goes on after this call.
    var loader = new ProjectClasses(folder);
    try {
      thread.setContextClassLoader(loader);
      return Objects.requireNonNull(
          loader
              .loadClass(SiteRun.class.getName())
              .getMethod(method, String.class, String.class, String[].class)
              .invoke(null, MAIN, folder.toString(), arguments));
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
