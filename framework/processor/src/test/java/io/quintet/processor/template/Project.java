package io.quintet.processor.template;

import io.quintet.templates.CompiledTemplate;
import io.quintet.templates.Engine;
import io.quintet.templates.EngineBuilder;
import io.quintet.templates.Loaders;
import io.quintet.templates.PropertyAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A project of templates and classes, compiled as a build would. */
final class Project {
  private final Path output;
  private final List<JavaFileObject> sources = new ArrayList<>();
  private final List<String> options = new ArrayList<>();

  Project(Path output) {
    this.output = output;
  }

  Project template(String name, String text) {
    Path file = output.resolve("templates").resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Project java(String name, String body) {
    String source = "package shop;\nimport io.quintet.templates.*;\nimport java.util.*;\n" + body;
    sources.add(
        new SimpleJavaFileObject(
            URI.create("string:///shop/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignore) {
            return source;
          }
        });
    return this;
  }

  Project option(String option) {
    options.add(option);
    return this;
  }

  /** The messages of the compiler's errors. */
  List<String> errors() {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> all =
        new ArrayList<>(
            List.of(
                "-d",
                output.toString(),
                "-proc:full",
                "-processorpath",
                System.getProperty("java.class.path"),
                "-classpath",
                System.getProperty("java.class.path")));
    all.addAll(options);
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
      compiler.getTask(null, files, found, all, null, sources).call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        // The compiler indents all lines but the first.
        .map(d -> d.getMessage(Locale.ROOT).replace("\n      ", "\n    "))
        .toList();
  }

  /** The compiled project, to be rendered. */
  Running run() {
    List<String> errors = errors();
    if (!errors.isEmpty()) {
      throw new AssertionError(String.join("\n", errors));
    }
    try {
      ClassLoader loader =
          new URLClassLoader(new URL[] {output.toUri().toURL()}, Project.class.getClassLoader());
      return new Running(loader, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  record Running(ClassLoader loader, Path output) {
    Engine engine(Map<String, String> replaced) {
      return engine(replaced, builder -> builder);
    }

    Engine engine(Map<String, String> replaced, UnaryOperator<EngineBuilder> options) {
      var engine =
          Engine.builder()
              .loaders(Loaders.memory(replaced), Loaders.directory(output.resolve("templates")));
      ServiceLoader.load(CompiledTemplate.class, loader).forEach(engine::compiled);
      ServiceLoader.load(PropertyAccess.class, loader).forEach(engine::properties);
      return options.apply(engine).build();
    }

    Record page() {
      try {
        return (Record) loader.loadClass("shop.Sample").getMethod("page").invoke(null);
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }

    /** As the compiled template writes it. */
    String render(Map<String, ?> also) {
      return engine(Map.of()).page(page()).render(also);
    }

    /** As the interpreter writes it, since the text is not the one that was compiled. */
    String interpreted(String template, String text, Map<String, ?> also) {
      return engine(Map.of(template, text)).page(page()).render(also);
    }
  }
}
