package io.quintet.orm.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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

  /** Only kills that strike in the middle count: behind the beginning, before the end. */
  @ParameterizedTest
  @EnumSource
  void afterKillingItMigratesToTheEnd(Vendor vendor) throws Exception {
    List<String> wanted = undisturbed(vendor);
    int struck = 0;
    int late = 0;
    int longest = 300;
    while (struck < KILLS && late < 20 + KILLS) {
      try (TestDatabase db = prepared(vendor)) {
        Process process = start(db);
        assertThat(process.inputReader().readLine()).isEqualTo("begins");
        int delay = random.nextInt(longest);
        process.waitFor(delay, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        untilGone(vendor, db);
        if (result(vendor, db).equals(wanted)) {
          late++;
          longest = Math.max(40, delay);
        } else {
          struck++;
          longest += 10;
        }
        MigratingProcess.migrate(db.connection(), MigratingProcess.ALL);
        assertThat(result(vendor, db)).as("kill after %d ms", delay).isEqualTo(wanted);
      }
    }
    System.out.printf("%s: %d kills in the middle, %d after the end%n", vendor, struck, late);
    assertThat(struck).as("kills in the middle").isEqualTo(KILLS);
  }

  /** The server ends the statement of a process that is gone, and what it held, a little later. */
  private static void untilGone(Vendor vendor, TestDatabase db) throws SQLException {
    new Transactions(db.connection()).exclusively(_ -> {}, true, () -> {});
  }

  @ParameterizedTest
  @EnumSource
  void aBackFillThatIsKilledDoesNoRowTwice(Vendor vendor) throws Exception {
    int struck = 0;
    for (int i = 0; i < 3 * KILLS && struck < KILLS; i++) {
      try (TestDatabase db = TestDatabase.open(vendor)) {
        MigratingProcess.migrate(db.connection(), MigratingProcess.COUNTING.subList(0, 1));
        db.run(
            "INSERT INTO blog_post (score) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1"
                + " FROM n WHERE i < 1000) SELECT 0 FROM n");
        Process process = start(db, "counting");
        String done = "SELECT count(*) FROM blog_post WHERE score = 1";
        while (process.isAlive() && db.column(done).getFirst().equals("0")) {
          LockSupport.parkNanos(1_000_000);
        }
        process.waitFor(random.nextInt(100), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        untilGone(vendor, db);
        struck += db.column(done).getFirst().equals("1000") ? 0 : 1;
        MigratingProcess.migrate(db.connection(), MigratingProcess.COUNTING);
        assertThat(db.column(done)).containsExactly("1000");
      }
    }
    assertThat(struck).as("kills in the middle").isEqualTo(KILLS);
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
    boolean renamed = lines.stream().anyMatch(line -> line.contains("headline"));
    lines.addAll(
        db.column(
            "SELECT count(DISTINCT %s) FROM blog_post".formatted(renamed ? "headline" : "title")));
    lines.add("half " + new BrokenOff(vendor, new SqlRunner.Live(db.connection())).all());
    return lines;
  }

  /** Other tests tell SQLite not to wait for the disk, which a killed process must. */
  private static String durable(String url) {
    return url.replace("&synchronous=off&journal_mode=memory", "");
  }

  /** Started, and about to migrate. */
  private static Process start(TestDatabase db, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                MigratingProcess.class.getName(),
                durable(db.url())));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader();
    assertThat(out.readLine()).isEqualTo("ready");
    return process;
  }
}
