package io.quintet.orm.processor;

import io.quintet.processor.model.ModelProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources with the processor and the real compiler. */
final class Compilation {
  private static final Pattern TYPE = Pattern.compile("(?:class|record|enum|interface) (\\w+)");
  private static final String HEAD =
      """
      package shop.models;

      import static io.quintet.orm.annotation.OnDelete.*;

      import io.quintet.orm.*;
      import io.quintet.orm.annotation.*;
      import jakarta.validation.constraints.*;
      import java.math.BigDecimal;
      import java.util.*;
      import org.jspecify.annotations.Nullable;

      """;

  /** An error and the line of the source on which it was reported. */
  record Failure(String message, String line) {}

  private final Path output;
  private final List<Failure> errors = new ArrayList<>();

  private Compilation(Path output) {
    this.output = output;
  }

  /** Compiles types of the package {@code shop.models}; each gets the usual imports. */
  static Compilation of(String... types) {
    try {
      Compilation compilation = new Compilation(Files.createTempDirectory("quintet-processor"));
      compilation.run(types);
      return compilation;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(String... types) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<JavaFileObject> sources = new ArrayList<>();
    for (String type : types) {
      sources.add(new Source(HEAD + type));
    }
    var options =
        List.of(
            "-d",
            output.toString(),
            "-s",
            output.toString(),
            "-classpath",
            System.getProperty("java.class.path"));
    var task = compiler.getTask(null, null, found, options, null, sources);
    task.setProcessors(List.of(new ModelProcessor()));
    task.call();
    for (Diagnostic<? extends JavaFileObject> d : found.getDiagnostics()) {
      if (d.getKind() == Diagnostic.Kind.ERROR) {
        errors.add(new Failure(d.getMessage(null), line(d)));
      }
    }
  }

  private static String line(Diagnostic<? extends JavaFileObject> diagnostic) {
    if (!(diagnostic.getSource() instanceof JavaFileObject source)
        || diagnostic.getLineNumber() < 1) {
      return "";
    }
    try {
      return source
          .getCharContent(true)
          .toString()
          .lines()
          .skip(diagnostic.getLineNumber() - 1)
          .findFirst()
          .orElse("")
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Failure> errors() {
    return errors;
  }

  /** A written file. */
  String file(String name) {
    try {
      return Files.readString(output.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///shop/models/" + name(text) + ".java"), Kind.SOURCE);
      this.text = text;
    }

    private static String name(String text) {
      Matcher matcher = TYPE.matcher(text);
      if (!matcher.find()) {
        throw new IllegalArgumentException("no type in: " + text);
      }
      return matcher.group(1);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
