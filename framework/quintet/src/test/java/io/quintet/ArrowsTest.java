package io.quintet;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms point down, and no room's internals are used from another. */
class ArrowsTest {
  /** Each room and the rooms that it may use directly; what those use is allowed too. */
  private static final Map<String, List<String>> ARROWS = new LinkedHashMap<>();

  static {
    ARROWS.put("core", List.of());
    ARROWS.put("templates", List.of("core"));
    ARROWS.put("storage", List.of("core"));
    ARROWS.put("cache", List.of("core", "templates"));
    ARROWS.put("mail", List.of("core"));
    ARROWS.put("orm", List.of("core", "storage"));
    ARROWS.put("http", List.of("orm", "templates", "storage", "cache"));
    ARROWS.put("forms", List.of("orm", "templates", "storage"));
    ARROWS.put("views", List.of("http", "forms"));
    ARROWS.put("tasks", List.of("orm"));
    ARROWS.put("auth", List.of("views", "mail"));
    ARROWS.put("rest", List.of("auth"));
    ARROWS.put("admin", List.of("auth"));
  }

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.quintet");

  @Test
  void theClassesOfEveryRoomAreLookedAt() {
    for (String room : ARROWS.keySet()) {
      long classes =
          CLASSES.stream()
              .filter(type -> type.getPackageName().startsWith("io.quintet." + room))
              .count();
      assertThat(classes).as("classes of " + room).isGreaterThan(10);
    }
  }

  @Test
  void everyArrowPointsDown() {
    for (String room : ARROWS.keySet()) {
      check(room, forbidden(room));
    }
  }

  @Test
  void theCheckFindsAnArrowThatPointsUp() {
    assertThatThrownBy(() -> check("auth", List.of("orm")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("io.quintet.auth.User")
        .hasMessageContaining("io.quintet.orm.Entity");
  }

  @Test
  void noRoomUsesTheInternalsOfAnother() {
    for (String room : ARROWS.keySet()) {
      noClasses()
          .that()
          .resideOutsideOfPackages("io.quintet." + room + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.quintet." + room + ".internal..")
          .allowEmptyShould(true)
          .check(CLASSES);
    }
  }

  private static void check(String room, List<String> others) {
    String[] packages =
        others.stream().map(other -> "io.quintet." + other + "..").toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("io.quintet." + room + "..")
        .should()
        .dependOnClassesThat(resideInAnyPackage(packages))
        .check(CLASSES);
  }

  private static List<String> forbidden(String room) {
    Set<String> allowed = new LinkedHashSet<>();
    collect(room, allowed);
    return ARROWS.keySet().stream().filter(other -> !allowed.contains(other)).toList();
  }

  private static void collect(String room, Set<String> allowed) {
    if (allowed.add(room)) {
      ARROWS.get(room).forEach(next -> collect(next, allowed));
    }
  }
}
