package io.quintet.orm.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Processes that are killed in the middle, and two that migrate at once. More of both: {@code
 * -Dquintet.migrations.kills=50 -Dquintet.migrations.races=20}.
 */
class KilledMigrationTest {
  private static final int KILLS = Integer.getInteger("quintet.migrations.kills", 2);
  private static final int RACES = Integer.getInteger("quintet.migrations.races", 1);
  private static final int ROWS = 20_000;

  private final Random random = new Random(7);

  @ParameterizedTest
  @EnumSource
  void afterKillingItMigratesToTheEnd(Vendor vendor) throws Exception {
    List<String> wanted = undisturbed(vendor);
    for (int i = 0; i < KILLS; i++) {
      try (TestDatabase db = prepared(vendor)) {
        Process process = start(db);
        boolean ended =
            process.waitFor(random.nextInt(KILLS < 10 ? 200 : 700), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        MigratingProcess.migrate(db.connection(), MigratingProcess.ALL);
        assertThat(result(vendor, db)).as("kill %d, ended before: %s", i, ended).isEqualTo(wanted);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofTwoAtOnceOneDoesTheWork(Vendor vendor) throws Exception {
    List<String> wanted = undisturbed(vendor);
    for (int i = 0; i < RACES; i++) {
      try (TestDatabase db = prepared(vendor)) {
        Process one = start(db);
        Process other = start(db);
        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();
        assertThat(result(vendor, db)).isEqualTo(wanted);
      }
    }
  }

  private static List<String> undisturbed(Vendor vendor) {
    try (TestDatabase db = prepared(vendor)) {
      MigratingProcess.migrate(db.connection(), MigratingProcess.ALL);
      return result(vendor, db);
    }
  }

  private static TestDatabase prepared(Vendor vendor) {
    TestDatabase db = TestDatabase.open(vendor);
    MigratingProcess.migrate(db.connection(), MigratingProcess.FIRST);
    String rows =
        " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ROWS + ")";
    db.run(
        "INSERT INTO blog_post (title, views)"
            + rows
            + " SELECT 'a title that is rather long so that the table is large ' || i, nullif(i % 3, 0) FROM n");
    return db;
  }

  /** Tables, what is recorded, and the sum of the rows. */
  private static List<String> result(Vendor vendor, TestDatabase db) {
    List<String> lines =
        new ArrayList<>(
            Catalogue.read(vendor, new SqlRunner.Live(db.connection())).lines().stream()
                .filter(line -> !line.startsWith(BrokenOff.TABLE))
                .toList());
    lines.addAll(db.column("SELECT name FROM quintet_migrations ORDER BY id"));
    lines.addAll(db.column("SELECT text FROM blog_log"));
    lines.addAll(db.column("SELECT count(*) FROM blog_post WHERE views = 7"));
    lines.addAll(db.column("SELECT count(DISTINCT headline) FROM blog_post"));
    lines.add("half " + new BrokenOff(vendor, new SqlRunner.Live(db.connection())).all());
    return lines;
  }

  /** Other tests tell SQLite not to wait for the disk, which a killed process must. */
  private static String durable(String url) {
    return url.replace("&synchronous=off&journal_mode=memory", "");
  }

  /** Started, and about to migrate. */
  private static Process start(TestDatabase db) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                MigratingProcess.class.getName(),
                durable(db.url()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = process.inputReader();
    assertThat(out.readLine()).isEqualTo("ready");
    return process;
  }
}
