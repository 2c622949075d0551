package io.quintet.orm.internal.schema;

import io.quintet.orm.internal.schema.JavaExpression.Call;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Writes migrations as Java sources, formatted as google-java-format does. */
public final class MigrationWriter {
  private final String javaPackage;

  /** For a package, usually {@code institute.blog.migrations}. */
  public MigrationWriter(String javaPackage) {
    this.javaPackage = javaPackage;
  }

  /** The simple name of the class: {@code M0001_initial}. */
  public static String className(MigrationId id) {
    return "M" + id.name();
  }

  /** The name of the class with its package. */
  public String qualifiedName(MigrationId id) {
    return javaPackage + "." + className(id);
  }

  /** The file below a source root. */
  public Path file(Path sourceRoot, MigrationId id) {
    return sourceRoot.resolve(javaPackage.replace('.', '/')).resolve(className(id) + ".java");
  }

  /**
   * Writes the source below a source root and returns the file. Throws {@link MigrationException}
   * when it exists.
   */
  public Path write(Path sourceRoot, PlannedMigration migration) {
    return write(sourceRoot, migration, source(migration));
  }

  /** Writes a source that was made before. */
  Path write(Path sourceRoot, PlannedMigration migration, String source) {
    Path file = file(sourceRoot, migration.id());
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, source, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new MigrationException(
          "Migration " + migration.id() + " cannot be written to " + file + ": " + e, e);
    }
    return file;
  }

  /** The source. */
  public String source(PlannedMigration migration) {
    return source(migration, Map.of());
  }

  /**
   * The source.
   *
   * @param steps where steps in Java come from: the expression that stands for each
   */
  String source(PlannedMigration migration, Map<Operation, String> steps) {
    JavaWords words = new JavaWords(steps);
    List<JavaExpression> operations =
        migration.operations().stream().map(words::operation).toList();
    TreeSet<String> imports = words.imports();
    imports.add("io.quintet.orm.migrations.Migration");
    String name = className(migration.id());
    StringBuilder out = new StringBuilder("package ").append(javaPackage).append(";\n\n");
    imports.forEach(type -> out.append("import ").append(type).append(";\n"));
    out.append(comment(migration));
    out.append("public final class ").append(name).append(" extends Migration {\n");
    out.append("  public ").append(name).append("() {\n");
    statement(out, new Call("super", text(migration.id().app()), text(migration.id().name())));
    for (MigrationId needed : migration.dependencies()) {
      statement(out, new Call("dependsOn", text(needed.app()), text(needed.name())));
    }
    for (MigrationId old : migration.replaced()) {
      statement(out, new Call("replaces", text(old.app()), text(old.name())));
    }
    statement(out, new Call("operations", operations));
    return out.append("  }\n}\n").toString();
  }

  /** A text as a Java literal. */
  public static String literal(String value) {
    return JavaWords.text(value).flat();
  }

  private static JavaExpression text(String value) {
    return JavaWords.text(value);
  }

  private static void statement(StringBuilder out, JavaExpression expression) {
    out.append("    ").append(expression.render(4, 4, 1)).append(";\n");
  }

  /** What it does, and what it loses: whoever reads it before it is applied must not miss that. */
  private static String comment(PlannedMigration migration) {
    String summary = summary(migration);
    if (migration.losses().isEmpty()) {
      return "\n/** " + summary + " */\n";
    }
    StringBuilder out = new StringBuilder("\n/**\n * ").append(summary);
    out.append("\n *\n * <p>Deletes data for good:\n *\n * <ul>\n");
    migration.losses().forEach(loss -> out.append(" *   <li>").append(loss).append('\n'));
    return out.append(" * </ul>\n */\n").toString();
  }

  private static String summary(PlannedMigration migration) {
    List<Operation> operations = migration.operations();
    if (operations.isEmpty()) {
      return "Changes the tables of " + migration.id().app() + ".";
    }
    String all = String.join("; ", operations.stream().map(Operation::describe).toList()) + ".";
    if (all.length() <= 80) {
      return all;
    }
    String first = operations.getFirst().describe();
    return first.length() <= 60
        ? first + "; and " + (operations.size() - 1) + " more."
        : "Changes the tables of " + migration.id().app() + ".";
  }
}
