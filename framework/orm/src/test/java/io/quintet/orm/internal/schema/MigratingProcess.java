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
    Executor executor = new Executor(MigrationGraph.of(migrations), connection, History.CLOCK);
    executor.run(() -> executor.planAll(List.of("blog")), false, Executor.SILENT);
  }

  /** Says when it begins, so that whoever started it can count from there. */
  public static void main(String[] arguments) throws Exception {
    try (Connection connection = DriverManager.getConnection(arguments[0])) {
      MigrationGraph.of(ALL);
      System.out.println("ready");
      System.out.flush();
      migrate(connection, ALL);
      System.out.println("done");
    }
  }
}
