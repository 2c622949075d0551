package io.quintet.orm.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.CoreApp;
import io.quintet.core.SiteContext;
import io.quintet.core.commands.Commands;
import io.quintet.core.commands.Terminal;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.OrmApp;
import io.quintet.orm.OrmSettings;
import io.quintet.orm.internal.schema.attic.AtticApp;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands say of a migration whose models are gone, and that is longer than it need be. */
class AtticTest {
  private static final String SOURCES = "src/main/java/io/quintet/orm/internal/schema/attic";

  @TempDir Path folder;
  private SiteContext site;

  @BeforeEach
  void startSite() throws Exception {
    Files.createDirectories(folder.resolve(SOURCES + "/migrations"));
    site =
        SiteContext.builder("attic")
            .baseDir(folder)
            .clock(History.CLOCK)
            .env(Map.of())
            .apps(new CoreApp(), new OrmApp(), new AtticApp())
            .set(OrmSettings.DATABASE_URL, DatabaseUrl.parse("sqlite:db.sqlite3"))
            .build();
  }

  @AfterEach
  void closeSite() {
    site.close();
  }

  @Test
  void makemigrationsSaysWhatIsDeleted() throws Exception {
    assertThat(run("makemigrations"))
        .isEqualTo(
            """
            Migrations for 'attic':
              SOURCES/migrations/M0002_delete_box.java
                - Delete model Box

            Read it, then run './manage migrate' to change the database. Commit it with the models.
            ! Applied, this deletes data for good:
              - all rows of attic.Box
            = 0
            """
                .replace("SOURCES", SOURCES));
    assertThat(Files.readString(folder.resolve(SOURCES + "/migrations/M0002_delete_box.java")))
        .contains(" * <p>Deletes data for good:\n *\n * <ul>\n *   <li>all rows of attic.Box\n");
    assertThat(run("makemigrations", "--check"))
        .isEqualTo(
            """
            Missing in 'attic':
                - Delete model Box
            ! Applied, this deletes data for good:
              - all rows of attic.Box
            Migrations are missing. Run './manage makemigrations'.
            = 1
            """);
  }

  @Test
  void optimizemigrationWritesItShorter() throws Exception {
    assertThat(run("optimizemigration", "attic", "0001", "--check"))
        .isEqualTo("attic.0001_initial can be made shorter: 1 operations instead of 5.\n= 1\n");
    Path file = folder.resolve(SOURCES + "/migrations/M0001_initial.java");
    Files.writeString(file, "");
    assertThat(run("optimizemigration", "attic", "0001"))
        .isEqualTo(
            SOURCES
                + "/migrations/M0001_initial.java: 1 operations instead of 5. Read what was written before you commit it.\n= 0\n");
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            package io.quintet.orm.internal.schema.attic.migrations;

            import io.quintet.orm.migrations.Migration;

            /** Create model Box. */
            public final class M0001_initial extends Migration {
              public M0001_initial() {
                super("attic", "0001_initial");
                operations(createModel("Box").fields(id(), varchar("label", 100), integer("size")));
              }
            }
            """);
  }

  private String run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Commands.run(
            site, Terminal.plain(new PrintStream(out, true), new PrintStream(err, true)), args);
    String errors = err.toString(StandardCharsets.UTF_8);
    return out.toString(StandardCharsets.UTF_8)
        + (errors.isEmpty() ? "" : "! " + errors)
        + "= "
        + status
        + "\n";
  }
}
