package io.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.SiteContext;
import io.quintet.orm.blog.Tag;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A stream reads its rows in portions, so that any number passes through a heap of 64 MiB: by
 * default 250,000, a million with {@code -Dquintet.orm.rows=1000000}.
 */
class StreamingTest {
  private static final int ROWS = Integer.getInteger("quintet.orm.rows", 250_000);

  @ParameterizedTest
  @EnumSource(Backend.class)
  void manyRowsPassThroughASmallHeap(Backend backend) throws Exception {
    SiteContext site = backend.site();
    site.run(StreamingTest::fill);
    try {
      assertThat(saidBySmallProcess(site.setting(OrmSettings.DATABASE_URL)))
          .endsWith(ROWS + " rows\n");
    } finally {
      site.run(() -> Db.execute("DELETE FROM blog_tag WHERE name LIKE 'one of many%'"));
    }
  }

  private static void fill() {
    Db.execute(
        "INSERT INTO blog_tag (name) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
            + ROWS
            + ") SELECT 'one of many, ' || i FROM n");
  }

  private static String saidBySmallProcess(DatabaseUrl url) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SmallProcess.class.getName())
            .redirectErrorStream(true)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(address(url).getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  /** The address with its password. */
  private static String address(DatabaseUrl url) {
    return switch (url) {
      case DatabaseUrl.Postgres p ->
          "postgresql://%s:%s@%s:%d/%s?%s"
              .formatted(p.user(), p.password(), p.host(), p.port(), p.name(), p.options());
      case DatabaseUrl.MariaDb m ->
          "mariadb://%s:%s@%s:%d/%s?%s"
              .formatted(m.user(), m.password(), m.host(), m.port(), m.name(), m.options());
      case DatabaseUrl.Sqlite s -> s.toString();
    };
  }

  /** Counts the rows one by one. */
  static final class SmallProcess {
    private SmallProcess() {}

    public static void main(String[] args) throws IOException {
      String address = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
      try (SiteContext site =
          SiteContext.builder("small")
              .apps(new OrmApp())
              .env(Map.of())
              .set(OrmSettings.DATABASE_URL, DatabaseUrl.parse(address))
              .build()) {
        site.run(() -> System.out.println(countOneByOne() + " rows"));
      }
    }

    private static long countOneByOne() {
      try (Stream<Tag> tags = Tag.objects.stream()) {
        return tags.filter(tag -> tag.name.startsWith("one of many")).count();
      }
    }
  }

  @Test
  void aStreamThatCannotBeginHoldsNoConnection(@TempDir Path folder) {
    try (SiteContext site =
        SiteContext.builder("without tables")
            .baseDir(folder)
            .apps(new OrmApp())
            .env(Map.of())
            .set(OrmSettings.POOL_SIZE, 2)
            .set(OrmSettings.POOL_WAIT, Duration.ofMillis(100))
            .build()) {
      site.run(() -> {
        for (int i = 0; i < 3; i++) {
          assertThatThrownBy(Tag.objects::stream)
              .isInstanceOf(DbException.class)
              .hasMessageEndingWith("Run: ./manage migrate");
        }
      });
    }
  }
}
