package io.quintet.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.http.Response;
import io.quintet.rest.shop.Sheet;
import io.quintet.rest.shop.SheetData;
import io.quintet.rest.viewsets.ApiRouter;
import io.quintet.rest.viewsets.ModelViewSet;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two clients change one object. */
class VersionTest {
  @TempDir Path folder;
  private ShopSite site;

  private static final class SheetApi extends ModelViewSet<Sheet, SheetData> {
    SheetApi() {
      super(Sheet.class, SheetData.class);
    }
  }

  @BeforeEach
  void start() {
    site = ShopSite.of(folder, ApiRouter.of("Shop").register("sheets", new SheetApi()));
    site.call(() -> Sheet.objects.create(new Sheet()));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Response put(String body) {
    return site.send(ShopSite.json("PUT", "/api/sheets/1/").body("application/json", body));
  }

  @Test
  void theSecondWhoReadTheSameVersionGets409() {
    assertThat(put("{\"title\": \"first\", \"version\": 0}").text())
        .isEqualTo("{\"id\":1,\"title\":\"first\",\"version\":1}");
    Response late = put("{\"title\": \"second\", \"version\": 0}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text())
        .isEqualTo(
            "{\"detail\":\"This was changed by someone else in the meantime. Load it again and make your change anew.\"}");
    assertThat(put("{\"title\": \"second\", \"version\": 1}").status()).isEqualTo(200);
  }

  @Test
  void aClientThatSendsNoVersionOverwrites() {
    assertThat(put("{\"title\": \"first\"}").status()).isEqualTo(200);
    assertThat(put("{\"title\": \"second\"}").status()).isEqualTo(200);
  }
}
