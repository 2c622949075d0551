package io.quintet.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.SiteContext;
import io.quintet.http.routing.Routes;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.Databases;
import io.quintet.orm.Db;
import io.quintet.orm.OrmApp;
import io.quintet.orm.OrmSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests of a site with a read replica, which here has other rows than its primary. */
class ReplicaRequestTest {
  @TempDir Path folder;
  private SiteContext site;
  private HttpApplication app;

  @BeforeEach
  void open() {
    fill("replica");
    fill("primary");
    site =
        TestSite.site(this::urls, new OrmApp())
            .set(OrmSettings.DATABASE_URL, url("primary"))
            .set(
                OrmSettings.REPLICAS,
                new OrmSettings.Replicas(Map.of(Databases.DEFAULT, List.of(url("replica")))))
            .build();
    app = HttpApplication.of(site);
  }

  private DatabaseUrl url(String name) {
    return new DatabaseUrl.Sqlite(folder.resolve(name + ".sqlite3").toString());
  }

  private void fill(String name) {
    try (SiteContext one =
        SiteContext.builder(name)
            .apps(new OrmApp())
            .env(Map.of())
            .set(OrmSettings.DATABASE_URL, url(name))
            .build()) {
      one.run(() -> {
        Db.execute("CREATE TABLE whose (name TEXT)");
        Db.execute("INSERT INTO whose VALUES (?)", name);
      });
    }
  }

  @AfterEach
  void close() {
    site.close();
  }

  private static String whose() {
    return (String) Db.query("SELECT name FROM whose").getFirst().get("name");
  }

  private void urls(Routes routes) {
    routes.path("read/", request -> Response.text(whose()));
    routes.path(
        "write/",
        request -> {
          String before = whose();
          Db.execute("UPDATE whose SET name = name");
          return Response.text(before + " then " + whose());
        });
  }

  @Test
  void aRequestReadsFromTheReplicaUntilItWrites() {
    assertThat(app.handle(Request.get("/read/")).text()).isEqualTo("replica");
    assertThat(app.handle(Request.get("/write/")).text()).isEqualTo("replica then primary");
    assertThat(app.handle(Request.get("/read/")).text()).isEqualTo("replica");
    site.run(() -> assertThat(whose()).isEqualTo("primary"));
  }
}
