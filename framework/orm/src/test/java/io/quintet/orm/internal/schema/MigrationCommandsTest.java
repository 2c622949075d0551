package io.quintet.orm.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.CoreApp;
import io.quintet.core.SiteContext;
import io.quintet.core.checks.Checks;
import io.quintet.core.commands.Commands;
import io.quintet.core.commands.Terminal;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.Db;
import io.quintet.orm.OrmApp;
import io.quintet.orm.OrmSettings;
import io.quintet.orm.internal.schema.workshop.Maker;
import io.quintet.orm.internal.schema.workshop.Tool;
import io.quintet.orm.internal.schema.workshop.WorkshopApp;
import io.quintet.orm.meta.Models;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.MigrationSignals;
import io.quintet.orm.migrations.MigrationSignals.Migrated;
import io.quintet.orm.migrations.Migrator;
import io.quintet.orm.migrations.Schema;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationCommandsTest {
  private static final String SOURCES = "src/main/java/io/quintet/orm/internal/schema/workshop";

  @TempDir Path folder;
  private SiteContext site;
  private final List<Migrated> signals = new ArrayList<>();

  @BeforeEach
  void startSite() throws Exception {
    Files.createDirectories(folder.resolve(SOURCES));
    site =
        SiteContext.builder("workshop")
            .baseDir(folder)
            .clock(History.CLOCK)
            .env(Map.of())
            .apps(new CoreApp(), new OrmApp(), new WorkshopApp(), new Listening())
            .set(OrmSettings.DATABASE_URL, DatabaseUrl.parse("sqlite:db.sqlite3"))
            .build();
  }

  @AfterEach
  void closeSite() {
    site.close();
  }

  @Test
  void migrateAppliesWhatIsMissingAndSaysWhatNoMigrationRecords() {
    assertThat(run("migrate"))
        .isEqualTo(
            """
            Applying workshop.0001_initial ... done
            ! The models of 'workshop' have changes that no migration records. Run './manage makemigrations'.
            = 0
            """);
    assertThat(run("migrate")).startsWith("Nothing to migrate: the database is up to date.\n");
    assertThat(signals).hasSize(2);
    assertThat(signals.getFirst().applied())
        .containsExactly(new MigrationId("workshop", "0001_initial"));
    assertThat(signals.getLast().applied()).isEmpty();
  }

  @Test
  void aPlanChangesNothing() {
    assertThat(run("migrate", "--plan"))
        .isEqualTo(
            """
            What 'migrate' would do:
              apply workshop.0001_initial
                Create model Maker
            = 0
            """);
    assertThat(run("showmigrations"))
        .isEqualTo(
            """
            workshop
             [ ] 0001_initial
            = 0
            """);
  }

  @Test
  void migrateGoesBackToZeroAndTheListSaysSo() {
    run("migrate");
    assertThat(run("showmigrations", "workshop"))
        .startsWith("workshop\n [x] 0001_initial  2026-11-24T12:00:00Z\n");
    assertThat(run("migrate", "workshop", "zero", "--plan"))
        .isEqualTo(
            """
            What 'migrate' would do:
              take back workshop.0001_initial
                undo: Create model Maker
                ! deletes for good all rows of workshop.Maker
                  DROP TABLE "workshop_maker"
                    lock the database, for writing, writers wait for a moment
            = 0
            """);
    assertThat(run("migrate", "workshop", "zero"))
        .startsWith("Taking back workshop.0001_initial ... done\n");
    assertThat(run("showmigrations")).contains(" [ ] 0001_initial\n");
  }

  @Test
  void aWrongAppOrNameIsExplained() {
    assertThat(run("migrate", "wrkshop"))
        .isEqualTo(
            "! There is no app 'wrkshop'. Installed are: core, orm, workshop, schema.\n= 1\n");
    assertThat(run("migrate", "workshop", "0009"))
        .isEqualTo(
            "! App 'workshop' has no migration that begins with '0009'. It has: 0001_initial.\n= 1\n");
  }

  @Test
  void sqlmigrateShowsTheStatements() {
    assertThat(run("sqlmigrate", "workshop", "0001"))
        .isEqualTo(
            """
            BEGIN;
            -- Create model Maker
            CREATE TABLE "workshop_maker" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(100) NOT NULL,\
             "slug" varchar(50) NOT NULL UNIQUE);
            COMMIT;
            = 0
            """);
    assertThat(run("sqlmigrate", "workshop", "0001", "--backwards"))
        .contains("DROP TABLE \"workshop_maker\";");
  }

  @Test
  void makemigrationsWritesWhatChanged() throws Exception {
    assertThat(run("makemigrations"))
        .isEqualTo(
            """
            Migrations for 'workshop':
              SOURCES/migrations/M0002_tool.java
                + Create model Tool

            Read it, then run './manage migrate' to change the database. Commit it with the models.
            = 0
            """
                .replace("SOURCES", SOURCES));
    assertThat(Files.readString(folder.resolve(SOURCES + "/migrations/M0002_tool.java")))
        .isEqualTo(
            """
            package io.quintet.orm.internal.schema.workshop.migrations;

            import io.quintet.orm.annotation.OnDelete;
            import io.quintet.orm.migrations.Migration;

            /** Create model Tool. */
            public final class M0002_tool extends Migration {
              public M0002_tool() {
                super("workshop", "0002_tool");
                dependsOn("workshop", "0001_initial");
                operations(
                    createModel("Tool")
                        .fields(
                            id(),
                            varchar("name", 100),
                            decimal("weight", 8, 2),
                            varchar("state", 32),
                            timestamp("boughtAt").nullable(),
                            foreignKey("maker", "workshop.Maker", OnDelete.PROTECT),
                            manyToMany("parts", "workshop.Tool"))
                        .index("workshop_tool_name_bought_at_idx", "name", "-boughtAt")
                        .unique("workshop_tool_name_maker_id_uniq", "name", "maker")
                        .check("tool_has_weight", "weight > 0"));
              }
            }
            """);
  }

  @Test
  void aDryRunAndACheckWriteNothing() {
    assertThat(run("makemigrations", "--check"))
        .isEqualTo(
            """
            Missing in 'workshop':
                + Create model Tool
            ! Migrations are missing. Run './manage makemigrations'.
            = 1
            """);
    assertThat(run("makemigrations", "workshop", "--dry-run", "--name", "tools"))
        .contains("M0002_tools.java", "public final class M0002_tools extends Migration {");
    assertThat(folder.resolve(SOURCES + "/migrations")).doesNotExist();
  }

  @Test
  void anEmptyMigrationIsWrittenForStepsByHand() throws Exception {
    run("makemigrations", "workshop", "--empty", "--name", "fill_slugs");
    assertThat(Files.readString(folder.resolve(SOURCES + "/migrations/M0002_fill_slugs.java")))
        .contains("    dependsOn(\"workshop\", \"0001_initial\");\n    operations();\n");
  }

  @Test
  void inANamedModuleThePersonIsToldWhatToProvide() throws Exception {
    Files.writeString(folder.resolve("src/main/java/module-info.java"), "module workshop {}");
    assertThat(run("makemigrations"))
        .contains(
            """
            This is a named module: add to 'provides io.quintet.orm.migrations.Migration with' in module-info.java:
                io.quintet.orm.internal.schema.workshop.migrations.M0002_tool
            """);
  }

  @Test
  void whatMigrateDidAndWouldDoCanBeReadByPrograms() {
    assertThat(run("migrate", "--plan", "--json"))
        .startsWith(
            "{\"plan\":[{\"app\":\"workshop\",\"name\":\"0001_initial\",\"backward\":false,\"operations\":[\"Create model Maker\"],\"losses\":[],\"statements\":[")
        .endsWith("]}\n= 0\n");
    assertThat(run("migrate", "--json"))
        .startsWith("{\"applied\":[\"workshop.0001_initial\"],\"takenBack\":[]}\n");
  }

  @Test
  void theLockTimeoutIsANumberOfSeconds() {
    assertThat(run("migrate", "--lock-timeout", "soon"))
        .isEqualTo("! --lock-timeout takes seconds, for example 3 or 0.5; found 'soon'.\n= 2\n");
  }

  @Test
  void aMigrationThatIsShortStaysAsItIs() {
    assertThat(run("optimizemigration", "workshop", "0001"))
        .isEqualTo("workshop.0001_initial cannot be made shorter: 1 operations.\n= 0\n");
  }

  @Test
  void oneMigrationAloneIsNotSquashed() {
    assertThat(run("squashmigrations", "workshop", "0001"))
        .isEqualTo(
            "! There is nothing to squash: from the first to 0001_initial of 'workshop' there are 1 migrations.\n= 1\n");
  }

  @Test
  void renamesAndMovesAreAnsweredWithYesOrNo() {
    assertThat(run("makemigrations", "--moves", "maybe"))
        .isEqualTo("! --moves takes yes or no, found 'maybe'.\n= 2\n");
    assertThat(run("makemigrations", "--renames", "maybe"))
        .isEqualTo("! --renames takes yes or no, found 'maybe'.\n= 2\n");
    assertThat(run("makemigrations", "--moves", "yes", "--check")).contains("Create model Tool");
  }

  @Test
  void withoutBranchesThereIsNothingToMerge() {
    assertThat(run("makemigrations", "--merge"))
        .isEqualTo("Nothing to merge: no app has more than one last migration.\n= 0\n");
  }

  @Test
  void anAppWhoseSourcesAreElsewhereIsNotWritten() {
    assertThat(run("makemigrations", "--source", "nowhere"))
        .contains(
            "The sources of app 'workshop' (package io.quintet.orm.internal.schema.workshop) are not below ")
        .endsWith("= 1\n");
  }

  @Test
  void theCheckSaysThatMigrationsAreMissing() {
    assertThat(Checks.run(site, false))
        .anySatisfy(message -> {
          assertThat(message.id()).isEqualTo("orm.W101");
          assertThat(message.text())
              .isEqualTo("The models of 'workshop' have changes that no migration records.");
        });
  }

  @Test
  void tablesCanBeMadeStraightFromTheModels() {
    site.run(() -> {
      Db.connection(connection -> {
        Schema.create(connection, Tool.class, Maker.class);
        return null;
      });
      assertThat(tables()).contains("workshop_maker", "workshop_tool", "workshop_tool_parts");
    });
  }

  @Test
  void aSiteMigratesItselfFromCode() {
    site.run(() -> {
      Migrator migrator = Migrator.of(site);
      assertThat(migrator.pending()).containsExactly(new MigrationId("workshop", "0001_initial"));
      assertThat(migrator.changedApps()).containsExactly("workshop");
      migrator.migrate();
      assertThat(migrator.pending()).isEmpty();
      assertThat(tables()).contains("workshop_maker");
    });
  }

  @Test
  void namesInTheDatabaseAgreeWithTheMetadata() {
    var tool = ModelStates.of(Models.of(Tool.class));
    assertThat(JoinTables.of(tool).getFirst().table())
        .isEqualTo(Models.of(Tool.class).manyToMany().getFirst().joinTable());
  }

  private static List<String> tables() {
    return Db.connection(connection ->
        new SqlRunner.Live(connection)
            .ask("SELECT name FROM sqlite_master WHERE type = 'table'").stream()
                .map(List::getFirst)
                .toList());
  }

  /**
   * What a person sees; lines to standard error begin with "! ", the last one is the exit status.
   */
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

  private final class Listening implements App {
    @Override
    public void configure(AppConfig config) {
      config.receive(MigrationSignals.POST_MIGRATE, signals::add);
    }
  }
}
