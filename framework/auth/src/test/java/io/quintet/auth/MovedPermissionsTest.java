package io.quintet.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.CoreApp;
import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.Db;
import io.quintet.orm.OrmApp;
import io.quintet.orm.OrmSettings;
import io.quintet.orm.migrations.MigrationSignals;
import io.quintet.orm.migrations.MigrationSignals.Migrated;
import io.quintet.orm.migrations.MigrationSignals.Renamed;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOptions;
import io.quintet.orm.migrations.ModelState;
import io.quintet.orm.migrations.ProjectState;
import io.quintet.orm.migrations.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever may change a model may still do so when it has another name or another app. */
class MovedPermissionsTest {
  private static final ModelName BEFORE = new ModelName("blog", "Post");
  private static final ModelName AFTER = new ModelName("shop", "Article");

  @TempDir Path folder;
  private SiteContext site;
  private final User user = new User();

  @BeforeEach
  void aUserWhoMayChangePosts() {
    site =
        SiteContext.builder("moving")
            .baseDir(folder)
            .env(Map.of())
            .apps(new CoreApp(), new OrmApp(), new AccountsApp())
            .set(CoreSettings.SECRET_KEY, "a-secret-key-for-tests-only-0123456789")
            .set(OrmSettings.DATABASE_URL, DatabaseUrl.parse("sqlite:db.sqlite3"))
            .build();
    site.run(() -> {
      Db.connection(connection -> {
        Schema.create(connection, ContentType.class, Permission.class, Group.class, User.class);
        return "";
      });
      var type = new ContentType();
      type.appLabel = "blog";
      type.model = "post";
      type.save();
      user.username = "ada";
      user.save();
      for (String codename : List.of("change_post", "publish")) {
        var permission = new Permission();
        permission.contentType.set(type);
        permission.codename = codename;
        permission.name = "Can " + codename;
        permission.save();
        user.userPermissions.add(permission);
      }
    });
  }

  @AfterEach
  void closeSite() {
    site.close();
  }

  @Test
  void permissionsFollowAModelThatMoved() {
    site.run(() -> {
      migrated(new Renamed(BEFORE, AFTER));
      assertThat(Permissions.of(user))
          .containsExactlyInAnyOrder("shop.change_article", "shop.publish");
      assertThat(Permissions.find("shop.change_article").orElseThrow().name)
          .isEqualTo("Can change article");
      assertThat(ContentType.objects.filter("appLabel", "blog").exists()).isFalse();
    });
  }

  @Test
  void takenBackTheyFollowAgain() {
    site.run(() -> {
      migrated(new Renamed(BEFORE, AFTER), new Renamed(AFTER, BEFORE));
      assertThat(Permissions.of(user))
          .containsExactlyInAnyOrder("blog.change_post", "blog.publish");
    });
  }

  @Test
  void withoutTheirTablesNothingIsDone() {
    site.run(() -> {
      send(ProjectState.EMPTY, new Renamed(BEFORE, AFTER));
      assertThat(ContentType.objects.filter("appLabel", "blog").exists()).isTrue();
    });
  }

  private static void migrated(Renamed... renamed) {
    ModelState permission =
        new ModelState(
            new ModelName("auth", "Permission"),
            List.of(),
            List.of(),
            List.of(),
            ModelOptions.USUAL);
    send(ProjectState.of(List.of(permission)), renamed);
  }

  private static void send(ProjectState state, Renamed... renamed) {
    MigrationSignals.POST_MIGRATE.send(
        new Migrated(List.of(), List.of(), List.of(renamed), List.of(), state));
  }
}
