package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Words.create;
import static io.quintet.orm.internal.schema.Words.id;
import static io.quintet.orm.internal.schema.Words.integer;
import static io.quintet.orm.internal.schema.Words.key;
import static io.quintet.orm.internal.schema.Words.many;
import static io.quintet.orm.internal.schema.Words.of;
import static io.quintet.orm.internal.schema.Words.unique;
import static io.quintet.orm.internal.schema.Words.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.migrations.ColumnState.Flag;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import io.quintet.orm.migrations.ConstraintState;
import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.IndexOperation;
import io.quintet.orm.migrations.IndexState;
import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.MigrationId;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.ModelOptions;
import io.quintet.orm.migrations.Operation;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationWriterTest {
  private static final MigrationWriter WRITER = new MigrationWriter("institute.blog.migrations");

  @TempDir Path folder;

  @Test
  void aMigrationReadsAsAPersonWouldWriteIt() {
    Operation author =
        create("Author", id(), varchar("name", 100), varchar("email", 254).unique())
            .ordering("name");
    Operation post =
        create(
                "Post",
                id(),
                varchar("title", 200),
                varchar("slug", 50).unique(),
                of("body", Simple.TEXT),
                of("published", Simple.TIMESTAMP).nullable().indexed(),
                key("author", "blog.Author"),
                many("tags", "blog.Tag"))
            .index("blog_post_publish_4a7c1e_idx", "-published", "title")
            .check("blog_post_title_check", "title <> ''");
    assertThat(
            WRITER.source(
                planned(
                    "0001_initial",
                    List.of(new MigrationId("auth", "0001_initial")),
                    author,
                    post)))
        .isEqualTo(
            """
            package institute.blog.migrations;

            import io.quintet.orm.annotation.OnDelete;
            import io.quintet.orm.migrations.Migration;

            /** Create model Author; Create model Post. */
            public final class M0001_initial extends Migration {
              public M0001_initial() {
                super("blog", "0001_initial");
                dependsOn("auth", "0001_initial");
                operations(
                    createModel("Author")
                        .fields(id(), varchar("name", 100), varchar("email", 254).unique())
                        .ordering("name"),
                    createModel("Post")
                        .fields(
                            id(),
                            varchar("title", 200),
                            varchar("slug", 50).unique(),
                            text("body"),
                            timestamp("published").indexed().nullable(),
                            foreignKey("author", "blog.Author", OnDelete.CASCADE),
                            manyToMany("tags", "blog.Tag"))
                        .index("blog_post_publish_4a7c1e_idx", "-published", "title")
                        .check("blog_post_title_check", "title <> ''"));
              }
            }
            """);
  }

  @Test
  void aShortMigrationStaysOnOneLine() {
    assertThat(
            WRITER.source(
                planned(
                    "0002_post_pages",
                    List.of(),
                    new FieldOperation.AddField("Post", integer("pages"), 0))))
        .contains("    operations(addField(\"Post\", integer(\"pages\")).existingRows(0));\n");
  }

  @Test
  void whatIsWrittenCompilesAndSaysTheSame() throws Exception {
    List<Operation> operations =
        List.of(
            create(
                "Everything",
                id(),
                of("a", Simple.AUTO),
                of("small", Simple.SMALL_INTEGER),
                of("big", Simple.BIG_INTEGER).databaseDefault("7"),
                of("flag", Simple.BOOLEAN),
                of("price", new ColumnType.Decimal(8, 2)).column("the_price"),
                of("ratio", Simple.REAL),
                of("day", Simple.DATE),
                of("hour", Simple.TIME),
                of("moment", Simple.TIMESTAMP),
                of("local", Simple.LOCAL_TIMESTAMP),
                of("span", Simple.DURATION),
                of("code", Simple.UUID),
                of("data", Simple.JSON),
                of("bytes", Simple.BINARY).nullable(),
                key("one", "blog.Other").unique(),
                key("free", "blog.Other").unindexed().unconstrained().with(Flag.NULLABLE, true),
                many("links", "blog.Other").table("links"),
                many("more", "blog.Other").through("blog.Link")),
            new ModelOperation.CreateModel(
                "Options",
                List.of(id()),
                List.of(
                    new IndexState("i", List.of("-id"), "id > 0"),
                    new IndexState("j", List.of("id"), null)),
                List.of(
                    new ConstraintState.Unique("u", List.of("id"), "id > 1"),
                    unique("v", "id"),
                    new ConstraintState.Check("c", "id <> '\"\\'")),
                ModelOptions.USUAL.table("t").unmanaged().ordering("-id", "id")),
            new ModelOperation.RenameModel("A", "B"),
            new FieldOperation.RenameField("B", "x", "y"),
            new FieldOperation.AlterField(
                "B", varchar("y", 9), "text with \"quotes\" and \n lines \u00e9"),
            new FieldOperation.AddField("B", of("n", Simple.BIG_INTEGER), 5_000_000_000L),
            new FieldOperation.AddField(
                "B", of("d", new ColumnType.Decimal(8, 2)), new BigDecimal("1.50")),
            new FieldOperation.AddField(
                "B", of("t", Simple.TIMESTAMP), Instant.parse("2024-02-29T12:00:00Z")),
            new FieldOperation.AddField("B", of("e", Simple.DATE), LocalDate.parse("2024-02-29")),
            new FieldOperation.AddField("B", of("s", Simple.DURATION), Duration.ofMinutes(90)),
            new FieldOperation.AddField("B", of("u", Simple.UUID), new UUID(1, 2)),
            new FieldOperation.AddField("B", of("r", Simple.REAL), 1.5),
            new FieldOperation.AddField("B", of("f", Simple.BOOLEAN), true),
            new IndexOperation.AddIndex("B", new IndexState("k", List.of("x", "-y"), null)),
            new IndexOperation.AddIndex("B", new IndexState("l", List.of("x"), "x > 0")),
            new IndexOperation.AddConstraint(
                "B", new ConstraintState.Unique("w", List.of("x"), "x > 0")),
            new IndexOperation.AddConstraint("B", new ConstraintState.Check("x", "x > 0")),
            new IndexOperation.RemoveConstraint("B", "w"),
            new IndexOperation.RemoveIndex("B", "k"),
            new ModelOperation.AlterOptions("B", ModelOptions.USUAL.ordering("x")),
            new Operation.RunSql(List.of("SELECT 1", "SELECT 2"), List.of("SELECT 3")),
            new FieldOperation.RemoveField("B", "x"),
            new ModelOperation.DeleteModel("B"));
    PlannedMigration planned = planned("0003_all", List.of(), operations.toArray(Operation[]::new));

    Migration compiled = compile(WRITER.write(folder, planned), "M0003_all");

    assertThat(compiled.operations()).isEqualTo(operations);
    assertThat(compiled.migrationId()).isEqualTo(planned.id());
  }

  @Test
  void anEmptyMigrationIsThereToBeFilled() throws Exception {
    Migration compiled =
        compile(WRITER.write(folder, planned("0002_custom", List.of())), "M0002_custom");
    assertThat(compiled.operations()).isEmpty();
  }

  @Test
  void aMigrationIsNeverOverwritten() {
    WRITER.write(folder, planned("0002_custom", List.of()));
    assertThatThrownBy(() -> WRITER.write(folder, planned("0002_custom", List.of())))
        .isInstanceOf(MigrationException.class)
        .hasMessageStartingWith("Migration blog.0002_custom cannot be written to ");
  }

  private static PlannedMigration planned(
      String name, List<MigrationId> dependencies, Operation... operations) {
    return new PlannedMigration(new MigrationId("blog", name), dependencies, List.of(operations));
  }

  private Migration compile(Path source, String className) throws Exception {
    Path classes = folder.resolve("classes");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                source.toString());
    assertThat(status).isZero();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      return (Migration)
          loader
              .loadClass("institute.blog.migrations." + className)
              .getDeclaredConstructor()
              .newInstance();
    }
  }
}
