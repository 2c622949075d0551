package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Words.create;
import static io.quintet.orm.internal.schema.Words.id;
import static io.quintet.orm.internal.schema.Words.index;
import static io.quintet.orm.internal.schema.Words.integer;
import static io.quintet.orm.internal.schema.Words.unique;
import static io.quintet.orm.internal.schema.Words.varchar;

import io.quintet.orm.migrations.FieldOperation;
import io.quintet.orm.migrations.IndexOperation;
import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.Operation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Migrates a database in a process of its own, which can be killed. */
final class MigratingProcess {
  static final List<Migration> FIRST =
      List.of(
          made(
              "0001_initial",
              "",
              create("Post", id(), varchar("title", 100), integer("views").nullable()),
              create("Log", id(), varchar("text", 50))));

  static final List<Migration> ALL = all();

  /** A back-fill that adds one in each row, which is seen when a row is done twice. */
  static final List<Migration> COUNTING =
      List.of(
          made("0001_initial", "", create("Post", id(), integer("score"))),
          new Migration("blog", "0002_scores") {
            {
              dependsOn("blog", "0001_initial");
              notAtomic();
              operations(
                  new Operation.RunJava(
                      "Count",
                      context ->
                          context
                              .model("Post")
                              .backfill(
                                  "scores",
                                  20,
                                  post -> post.set("score", post.number("score") + 1).save(),
                                  _ -> {}),
                      null));
            }
          });

  private MigratingProcess() {}

  private static List<Migration> all() {
    List<Migration> all = new ArrayList<>(FIRST);
    all.add(
        made(
            "0002_likes",
            "0001_initial",
            new FieldOperation.AddField("Post", integer("likes").indexed(), 0),
            new IndexOperation.AddIndex("Post", index("by_title", "title", "-id"))));
    all.add(
        made(
            "0003_log",
            "0002_likes",
            new Operation.RunJava(
                "Say so",
                context -> context.model("Log").insert(Map.of("text", "migrated")),
                null)));
    all.add(
        made(
            "0004_strict",
            "0003_log",
            new FieldOperation.AlterField("Post", integer("views"), 7),
            new IndexOperation.AddConstraint("Post", unique("once", "title"))));
    all.add(
        made(
            "0005_rename",
            "0004_strict",
            new FieldOperation.RenameField("Post", "title", "headline"),
            new FieldOperation.RemoveField("Post", "likes")));
    return all;
  }

  private static Migration made(String name, String previous, Operation... inOrder) {
    return new Migration("blog", name) {
      {
        if (!previous.isEmpty()) {
          dependsOn("blog", previous);
        }
        operations(inOrder);
      }
    };
  }

  static void migrate(Connection connection, List<Migration> migrations) {
    migrate(connection, migrations, Executor.SILENT);
  }

  private static void migrate(
      Connection connection, List<Migration> migrations, Executor.Listener listener) {
    Executor executor = new Executor(MigrationGraph.of(migrations), connection, History.CLOCK);
    executor.run(() -> executor.planAll(List.of("blog")), false, listener);
  }

  /** Says when it is ready and when its first migration begins. */
  public static void main(String[] arguments) throws Exception {
    try (Connection connection = DriverManager.getConnection(arguments[0])) {
      System.out.println("ready");
      System.out.flush();
      boolean[] told = {false};
      migrate(
          connection,
          arguments.length > 1 ? COUNTING : ALL,
          new Executor.Listener() {
            @Override
            public void begins(Executor.Step step) {
              if (!told[0]) {
                System.out.println("begins");
                System.out.flush();
                told[0] = true;
              }
            }

            @Override
            public void done(Executor.Step step) {}

            @Override
            public void notice(String text) {}
          });
    }
  }
}
