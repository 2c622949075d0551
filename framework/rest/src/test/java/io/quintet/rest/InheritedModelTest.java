package io.quintet.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.http.Response;
import io.quintet.rest.filters.FilterSet;
import io.quintet.rest.filters.Ordering;
import io.quintet.rest.shop.Category;
import io.quintet.rest.shop.Season;
import io.quintet.rest.shop.SeasonData;
import io.quintet.rest.viewsets.ApiRouter;
import io.quintet.rest.viewsets.ModelViewSet;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API of a model that extends a model. */
class InheritedModelTest {
  @TempDir Path folder;
  private ShopSite site;

  @BeforeEach
  void start() {
    site = ShopSite.of(folder, ApiRouter.of("Shop").register("seasons", new Seasons()));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private static final class Seasons extends ModelViewSet<Season, SeasonData> {
    Seasons() {
      super(Season.class, SeasonData.class);
    }

    @Override
    public FilterSet filters() {
      return FilterSet.of("slug", "ends");
    }

    @Override
    public Ordering ordering() {
      return Ordering.by("name", "ends");
    }
  }

  private static final String SPRING =
      "{\"name\":\"Spring\",\"slug\":\"spring\",\"ends\":\"2026-06-01\"}";

  @Test
  void itsRowsAreMadeReadChangedAndDeleted() {
    assertThat(site.post("/api/seasons/", SPRING).text())
        .isEqualTo("{\"id\":1,\"name\":\"Spring\",\"slug\":\"spring\",\"ends\":\"2026-06-01\"}");
    assertThat(site.<Category>call(() -> Category.objects.all().get()).name).isEqualTo("Spring");
    Response twice = site.post("/api/seasons/", SPRING);
    assertThat(twice.status()).isEqualTo(400);
    assertThat(twice.text()).contains("slug").contains("already exists");
    assertThat(site.get("/api/seasons/?slug=spring&ordering=-name").text()).contains("Spring");
    assertThat(site.get("/api/seasons/?slug=autumn").text()).doesNotContain("Spring");
    Response changed =
        site.send(
            ShopSite.json("PATCH", "/api/seasons/1/")
                .body("application/json", "{\"name\":\"Lent\",\"ends\":null}"));
    assertThat(changed.text()).contains("\"name\":\"Lent\"").contains("\"ends\":null");
    assertThat(site.send(ShopSite.json("DELETE", "/api/seasons/1/")).status()).isEqualTo(204);
    assertThat(site.<Long>call(() -> Category.objects.count())).isZero();
  }
}
