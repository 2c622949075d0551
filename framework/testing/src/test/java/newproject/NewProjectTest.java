package newproject;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.Site;
import io.quintet.core.commands.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code startproject} and {@code startapp} write: it compiles, and nothing is overwritten.
 */
class NewProjectTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int run(String site, Path base, String... words) {
    var stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return Site.named(site)
        .configure(builder -> builder.baseDir(base).env(Map.of()))
        .execute(Terminal.plain(stream, stream), words);
  }

  @Test
  void aNewProjectWithANewAppCompilesItsTestsIncluded() throws IOException {
    Path shop = folder.resolve("shop");
    assertThat(run("anything", folder, "startproject", "shop", shop.toString())).isZero();
    assertThat(run("shop", shop, "startapp", "blog")).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("./manage runserver")
        .contains("new BlogApp()")
        .contains("./manage makemigrations blog && ./manage migrate");
    assertThat(files(shop))
        .contains(
            "manage",
            "pom.xml",
            "src/main/java/shop/Shop.java",
            "src/main/java/shop/blog/BlogApp.java",
            "src/main/resources/templates/blog/list.html",
            "src/test/java/shop/ShopTest.java",
            "src/test/java/shop/blog/BlogTest.java");
    assertThat(compile(shop)).isEmpty();
  }

  @Test
  void aProjectMayBeNamedLikeATypeOfTheFramework() throws IOException {
    Path project = folder.resolve("site");
    assertThat(run("anything", folder, "startproject", "site", project.toString())).isZero();
    assertThat(compile(project)).isEmpty();
  }

  @Test
  void nothingIsLeftToBeFilledInAndTheScriptRuns() throws IOException {
    Path shop = folder.resolve("shop");
    run("anything", folder, "startproject", "shop", shop.toString());
    run("shop", shop, "startapp", "blog");
    for (String file : files(shop)) {
      if (!file.equals("manage")) {
        assertThat(Files.readString(shop.resolve(file)))
            .as(file)
            .doesNotContainPattern("@[a-zA-Z]+@");
      }
    }
    assertThat(shop.resolve("manage")).isExecutable();
    assertThat(Files.readString(shop.resolve("manage")))
        .contains("SITE=\".\"", "MAIN=\"shop.Shop\"")
        .doesNotContain("institute");
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Path shop = folder.resolve("shop");
    run("anything", folder, "startproject", "shop", shop.toString());
    assertThat(run("anything", folder, "startproject", "shop", shop.toString())).isEqualTo(1);
    Path mine = shop.resolve("src/main/java/shop/blog/BlogEntry.java");
    Files.createDirectories(mine.getParent());
    Files.writeString(mine, "mine");
    assertThat(run("shop", shop, "startapp", "blog")).isEqualTo(1);
    assertThat(mine).hasContent("mine");
    assertThat(mine.resolveSibling("BlogApp.java")).doesNotExist();
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("exists already; nothing was");
  }

  @Test
  void anAppThatTheSiteHasIsNotMadeAgain() {
    assertThat(run("shop", folder, "startapp", "sessions")).isEqualTo(1);
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("has an app 'sessions' already");
  }

  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  /** Compiles every source with the annotation processor; what the compiler complained about. */
  private List<String> compile(Path root) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String file : files(root)) {
      if (file.endsWith(".java")) {
        sources.add(root.resolve(file));
      }
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    var found = new DiagnosticCollector<JavaFileObject>();
    try (var manager = compiler.getStandardFileManager(found, null, StandardCharsets.UTF_8)) {
      Path classes = Files.createDirectories(folder.resolve("classes"));
      List<String> options =
          List.of(
              "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:full");
      compiler
          .getTask(
              null, manager, found, options, null, manager.getJavaFileObjectsFromPaths(sources))
          .call();
    }
    return found.getDiagnostics().stream()
        .filter(problem -> problem.getKind() == javax.tools.Diagnostic.Kind.ERROR)
        .map(Object::toString)
        .toList();
  }
}
