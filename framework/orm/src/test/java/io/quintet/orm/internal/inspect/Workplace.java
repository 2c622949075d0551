package io.quintet.orm.internal.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.processor.model.ModelProcessor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** A folder with a site whose models were not there when the test was compiled. */
final class Workplace {
  static final String SOURCES = "src/main/java";

  private final Path folder;
  private String app = "";

  Workplace(Path folder) {
    this.folder = folder;
  }

  /** Writes an app of that label and package. */
  void app(String label, String javaPackage) {
    String name = javaPackage + ".InspectedApp";
    write(
        name,
        """
        package %s;

        public final class InspectedApp implements io.quintet.core.App {
          @Override
          public String label() {
            return "%s";
          }
        }
        """
            .formatted(javaPackage, label));
    app = name;
  }

  Path file(String type) {
    return folder.resolve(SOURCES).resolve(type.replace('.', '/') + ".java");
  }

  String read(String type) {
    try {
      return Files.readString(file(type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String type, String source) {
    try {
      Files.createDirectories(file(type).getParent());
      Files.writeString(file(type), source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a class, with everything that was compiled. */
  void remove(String type) {
    try (Stream<Path> all = Files.walk(output())) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
      Files.delete(file(type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles all sources; the test fails with what the compiler says. */
  void compile() {
    List<File> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder.resolve(SOURCES))) {
      all.filter(path -> path.toString().endsWith(".java")).forEach(p -> files.add(p.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    Path output = output();
    try (var manager = compiler.getStandardFileManager(found, null, null)) {
      var task =
          compiler.getTask(
              null,
              manager,
              found,
              List.of(
                  "-d",
                  output.toString(),
                  "-s",
                  output.toString(),
                  "-classpath",
                  System.getProperty("java.class.path")),
              null,
              manager.getJavaFileObjectsFromFiles(files));
      task.setProcessors(List.of(new ModelProcessor()));
      task.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(
            found.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .map(Diagnostic::toString))
        .isEmpty();
  }

  private Path output() {
    try {
      return Files.createDirectories(folder.resolve("classes"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command of the site as a program of its own would, with the classes of now. */
  String run(String url, String... arguments) {
    return call("run", url, arguments);
  }

  /** Makes the tables of an app's models. */
  void create(String url, String label) {
    call("create", url, label);
  }

  /** The text of a static method {@code run()}. */
  String result(String url, String type) {
    return call("call", url, type);
  }

  private String call(String method, String url, String... arguments) {
    List<URL> path = new ArrayList<>();
    try {
      path.add(output().toUri().toURL());
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
        path.add(new File(entry).toURI().toURL());
      }
      ClassLoader before = Thread.currentThread().getContextClassLoader();
      try (URLClassLoader loader =
          new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
        Thread.currentThread().setContextClassLoader(loader);
        Class<?> runner = loader.loadClass("io.quintet.orm.internal.inspect.SiteRun");
        return (String)
            runner
                .getMethod(method, String.class, String.class, String.class, String[].class)
                .invoke(null, url, folder.toString(), app, arguments);
      } finally {
        Thread.currentThread().setContextClassLoader(before);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
    }
  }
}
