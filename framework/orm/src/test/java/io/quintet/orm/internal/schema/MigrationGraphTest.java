package io.quintet.orm.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.MigrationId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MigrationGraphTest {
  @Test
  void aMigrationComesAfterThoseItNeeds() {
    MigrationGraph graph =
        graph(
            migration("blog.0001_a", "auth.0002_b"),
            migration("auth.0002_b", "auth.0001_a"),
            migration("auth.0001_a"));
    assertThat(names(graph.ordered())).containsExactly("auth.0001_a", "auth.0002_b", "blog.0001_a");
    assertThat(names(graph.upTo(id("auth.0002_b")))).containsExactly("auth.0001_a", "auth.0002_b");
    assertThat(names(graph.downFrom(id("auth.0002_b"))))
        .containsExactly("blog.0001_a", "auth.0002_b");
    assertThat(graph.last("auth")).contains(id("auth.0002_b"));
  }

  @Test
  void theBeginningOfANameIsEnough() {
    MigrationGraph graph =
        graph(migration("blog.0001_initial"), migration("blog.0002_pages", "blog.0001_initial"));
    assertThat(graph.resolve("blog", "0002")).isEqualTo(id("blog.0002_pages"));
    assertThatThrownBy(() -> graph.resolve("blog", "000"))
        .hasMessage("'000' fits more than one migration of 'blog': 0001_initial, 0002_pages.");
  }

  @Nested
  class Failures {
    @Test
    void whenADependencyIsMissing() {
      assertThatThrownBy(() -> graph(migration("blog.0001_a", "auth.0001_a")))
          .isInstanceOf(MigrationException.class)
          .hasMessage(
              "Migration blog.0001_a depends on auth.0001_a, which was not found. No migrations of 'auth' were found: is"
                  + " that app installed and compiled?");
      assertThatThrownBy(
              () -> graph(migration("blog.0001_a", "auth.0001_a"), migration("auth.0001_b")))
          .hasMessageEndingWith("The migrations of 'auth' are: 0001_b.");
    }

    @Test
    void whenMigrationsNeedEachOther() {
      assertThatThrownBy(() -> graph(migration("a.0001", "b.0001"), migration("b.0001", "a.0001")))
          .hasMessage(
              "Migrations depend on each other in a circle: a.0001 needs b.0001 needs a.0001.");
    }

    @Test
    void whenAnAppHasTwoLastMigrations() {
      MigrationGraph graph =
          graph(
              migration("blog.0001"),
              migration("blog.0002_a", "blog.0001"),
              migration("blog.0002_b", "blog.0001"));
      assertThatThrownBy(() -> graph.last("blog"))
          .hasMessage(
              "App 'blog' has 2 last migrations: 0002_a, 0002_b. Run './manage makemigrations --merge', or let one of them depend on the other.");
    }
  }

  private static MigrationGraph graph(Migration... migrations) {
    return MigrationGraph.of(List.of(migrations));
  }

  private static MigrationId id(String label) {
    return new MigrationId(
        label.substring(0, label.indexOf('.')), label.substring(label.indexOf('.') + 1));
  }

  private static Migration migration(String label, String... needed) {
    return new Migration(id(label).app(), id(label).name()) {
      {
        Arrays.stream(needed)
            .map(MigrationGraphTest::id)
            .forEach(other -> dependsOn(other.app(), other.name()));
      }
    };
  }

  private static List<String> names(List<Migration> migrations) {
    return migrations.stream().map(Migration::toString).toList();
  }
}
