package io.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.core.SiteContext;
import io.quintet.orm.kinds.Clip;
import io.quintet.orm.kinds.Document;
import io.quintet.orm.kinds.Folder;
import io.quintet.orm.kinds.Paper;
import io.quintet.orm.migrations.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents and clips are in a database of their own, the rest in the default one. */
class RouterTest {
  @TempDir Path folder;
  private SiteContext site;

  private static final class Archive implements App {
    @Override
    public String label() {
      return "archive";
    }

    @Override
    public void configure(AppConfig config) {
      config.add(
          DatabaseRouter.POINT,
          model ->
              List.of("Document", "Clip").contains(model.name())
                  ? Optional.of("archive")
                  : Optional.empty());
    }
  }

  @BeforeEach
  void open() {
    site =
        SiteContext.builder("routed")
            .apps(new OrmApp(), new Archive())
            .env(Map.of())
            .set(OrmSettings.DATABASE_URL, url("default"))
            .set(
                OrmSettings.DATABASES,
                new OrmSettings.DatabaseUrls(Map.of("archive", url("archive"))))
            .build();
    site.run(() -> {
      Db.connection(connection -> {
        Schema.create(connection, Folder.class, Paper.class, Document.class);
        return "";
      });
      Db.connection(
          "archive",
          connection -> {
            connection
                .createStatement()
                .execute(
                    "CREATE TABLE kinds_clip (id INTEGER PRIMARY KEY, paper_id TEXT, folder_id INTEGER, bent INTEGER)");
            Schema.create(connection, Document.class);
            return "";
          });
    });
  }

  private DatabaseUrl url(String name) {
    return new DatabaseUrl.Sqlite(folder.resolve(name + ".sqlite3").toString());
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void rowsOfAModelAreWhereTheRouterSays() {
    site.run(() -> {
      Document document = Document.objects.create(new Document("old"));
      new Document("older").save();
      assertThat(Document.objects.count()).isEqualTo(2);
      assertThat(Document.objects.using("archive").count()).isEqualTo(2);
      assertThat(Document.objects.using(Databases.DEFAULT).count()).isZero();
      document.title = "changed";
      document.save();
      document.refresh();
      assertThat(document.title).isEqualTo("changed");
      document.delete();
      assertThat(Document.objects.count()).isEqualTo(1);
    });
  }

  @Test
  void whatSaysItsDatabaseGoesThere() {
    site.run(() -> {
      Document document = new Document("here");
      document.saveTo(Databases.DEFAULT);
      assertThat(Document.objects.count()).isZero();
      Document found = Document.objects.using(Databases.DEFAULT).get();
      found.title = "there";
      found.save();
      assertThat(Document.objects.using(Databases.DEFAULT).get().title).isEqualTo("there");
    });
  }

  @Test
  void relationsLeadFromOneDatabaseToTheOther() {
    site.run(() -> {
      Folder red = Folder.objects.create(new Folder("red"));
      Paper bill = Paper.objects.create(new Paper("bill", red));
      Clip clip = Clip.objects.create(new Clip(bill, false));
      assertThat(Clip.objects.get().paper.get()).isEqualTo(bill);
      assertThat(bill.related(Clip.class, "clips").list()).containsExactly(clip);
      assertThat(bill.related(Clip.class, "clips").all().count()).isEqualTo(1);
      Paper read = Paper.objects.prefetchRelated("clips").get();
      assertThat(read.related(Clip.class, "clips").list()).containsExactly(clip);
      assertThat(red.hardDelete()).isEqualTo(Map.of("kinds.Folder", 1L, "kinds.Paper", 1L));
      assertThat(Clip.objects.count()).isEqualTo(1);
    });
  }
}
