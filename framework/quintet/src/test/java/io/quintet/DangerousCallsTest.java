package io.quintet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the framework never does, since input could steer it; read from its classes and sources. */
class DangerousCallsTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.quintet");

  /** Calls by class and method; {@code *} is any method. */
  private static final List<String> NEVER =
      List.of(
          // Java serialization: data becomes code.
          "java.io.ObjectInputStream.*",
          "java.io.ObjectOutputStream.*",
          "java.beans.XMLDecoder.*",
          // Other programs: arguments become commands.
          "java.lang.Runtime.exec",
          // Scripts and expressions.
          "javax.script.ScriptEngineManager.*",
          // Names become classes and members.
          "java.beans.Introspector.*",
          "java.lang.reflect.Method.invoke",
          "java.lang.reflect.Field.set",
          // The low bytes of characters.
          "java.io.DataOutputStream.writeBytes",
          // Look-ups by name.
          "javax.naming.InitialContext.*",
          // Random numbers that can be guessed.
          "java.lang.Math.random");

  private static ArchRule never(Collection<String> calls) {
    return noClasses()
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "it is one of " + calls, access -> calls.stream().anyMatch(c -> is(access, c))));
  }

  private static boolean is(JavaAccess<?> access, String call) {
    int dot = call.lastIndexOf('.');
    String name = call.substring(dot + 1);
    return access.getTargetOwner().getFullName().equals(call.substring(0, dot))
        && (name.equals("*") || name.equals(access.getName()));
  }

  @Test
  void inputNeverBecomesCode() {
    assertThat(CLASSES.size()).isGreaterThan(1_000);
    never(NEVER).check(CLASSES);
  }

  @Test
  void theCheckFindsACallThatIsThere() {
    assertThatThrownBy(() -> never(List.of("java.lang.StringBuilder.append")).check(CLASSES))
        .isInstanceOf(AssertionError.class);
  }

  /** Mails leave by SMTP; no address becomes an argument of another program. */
  @Test
  void mailStartsNoProgram() {
    noClasses()
        .that()
        .resideInAPackage("io.quintet.mail..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.ProcessBuilder")
        .check(CLASSES);
  }

  /** What is kept for the life of the process, and why it cannot grow without end. */
  private static final Map<String, String> KEPT_FOR_EVER =
      Map.of("io.quintet.forms.internal.TimeFormat.KNOWN", "by formats that the site's code names");

  /** A static map that input fills is a leak (CVE-2022-21700, CVE-2026-46629). */
  @Test
  void noStaticMapGrowsWithWhatComesIn() {
    Set<String> growing = new TreeSet<>();
    CLASSES.stream()
        .flatMap(type -> type.getFields().stream())
        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
        .filter(DangerousCallsTest::isConcurrentCollection)
        .forEach(field -> growing.add(field.getFullName()));
    assertThat(growing).isSubsetOf(KEPT_FOR_EVER.keySet());
  }

  private static boolean isConcurrentCollection(JavaField field) {
    String type = field.getRawType().getName();
    return type.startsWith("java.util.concurrent.Concurrent")
        || type.equals("java.util.WeakHashMap");
  }

  private static final List<Pattern> LOW_BYTES =
      List.of(
          Pattern.compile("\\(byte\\)\\s*\\(?[\\w.]*charAt"),
          Pattern.compile("charAt\\([^)]*\\)\\s*&\\s*0[xX][fF]{2}\\b"),
          Pattern.compile("\\(byte\\)\\s*(c|ch|character)\\b"),
          Pattern.compile("\\b(c|ch|character)\\s*&\\s*0[xX][fF]{2}\\b"));

  /** Ends a line whose characters were found to be ASCII before. */
  private static final String CHECKED = "// below 128";

  /** "Ghost bits", CVE-2025-41242: the low byte of a letter is another letter. */
  @Test
  void noTextIsCutDownToItsLowBytes() throws IOException {
    List<String> found = new ArrayList<>();
    for (String line : sourceLines()) {
      boolean checked = line.endsWith(CHECKED);
      if (!checked && LOW_BYTES.stream().anyMatch(pattern -> pattern.matcher(line).find())) {
        found.add(line);
      }
    }
    assertThat(found).isEmpty();
  }

  /** Temporary files have names that nobody can guess, and are made so that nobody can be first. */
  @Test
  void noTemporaryFileHasANameOfItsOwn() throws IOException {
    assertThat(sourceLines()).noneMatch(line -> line.contains("java.io.tmpdir"));
  }

  private static List<String> sourceLines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path root : List.of(Path.of(".."), Path.of("../../integrations"))) {
      try (Stream<Path> modules = Files.list(root)) {
        for (Path module : modules.toList()) {
          addLines(module.resolve("src/main/java"), lines);
        }
      }
    }
    assertThat(lines).hasSizeGreaterThan(30_000);
    return lines;
  }

  private static void addLines(Path sources, List<String> lines) throws IOException {
    if (!Files.isDirectory(sources)) {
      return;
    }
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        for (String line : Files.readAllLines(file)) {
          lines.add(file.getFileName() + ": " + line);
        }
      }
    }
  }
}
