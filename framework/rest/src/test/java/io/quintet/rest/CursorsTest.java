package io.quintet.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.json.Json;
import io.quintet.http.Response;
import io.quintet.orm.QuerySet;
import io.quintet.rest.pagination.Cursors;
import io.quintet.rest.pagination.Pagination;
import io.quintet.rest.shop.Tag;
import io.quintet.rest.viewsets.ApiRouter;
import io.quintet.rest.viewsets.ReadOnlyViewSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages by cursor: links without a count. */
class CursorsTest {
  @TempDir Path folder;
  private ShopSite site;

  private static final class TagApi extends ReadOnlyViewSet<Tag, TagData> {
    TagApi() {
      super(Tag.class, TagData.class);
    }

    @Override
    public QuerySet<Tag> queryset(ApiRequest request) {
      return super.queryset(request).orderBy("label");
    }

    @Override
    public Pagination pagination() {
      return Cursors.of(2).choosable("page_size", 4);
    }
  }

  @BeforeEach
  void start() {
    site = ShopSite.of(folder, ApiRouter.of("Shop").register("tags", new TagApi()));
    site.call(() -> {
      for (String label : List.of("a", "b", "c", "d", "e")) {
        Tag tag = new Tag();
        tag.label = label;
        tag.save();
      }
      return "";
    });
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> get(String address) {
    Response response = site.get(address.replaceFirst("http://localhost", ""));
    assertThat(response.status()).isEqualTo(200);
    return (Map<String, Object>) Json.parse(response.text());
  }

  private static List<Object> labels(Map<String, Object> page) {
    List<Object> found = new ArrayList<>();
    ((List<?>) page.get("results")).forEach(item -> found.add(((Map<?, ?>) item).get("label")));
    return found;
  }

  @Test
  void pagesAreReachedByLinks() {
    Map<String, Object> first = get("/api/tags/");
    assertThat(first.keySet()).containsExactly("next", "previous", "results");
    assertThat(labels(first)).containsExactly("a", "b");
    assertThat(first.get("previous")).isNull();
    Map<String, Object> second = get((String) first.get("next"));
    assertThat(labels(second)).containsExactly("c", "d");
    Map<String, Object> third = get((String) second.get("next"));
    assertThat(labels(third)).containsExactly("e");
    assertThat(third.get("next")).isNull();
    assertThat(labels(get((String) third.get("previous")))).containsExactly("c", "d");
  }

  @Test
  void theClientChoosesTheSize() {
    Map<String, Object> first = get("/api/tags/?page_size=3");
    assertThat(labels(first)).containsExactly("a", "b", "c");
    assertThat((String) first.get("next")).contains("page_size=3");
    assertThat(labels(get("/api/tags/?page_size=99"))).hasSize(4);
  }

  @Test
  void aTextThatIsNoCursorIs404() {
    Response response = site.get("/api/tags/?cursor=nonsense");
    assertThat(response.status()).isEqualTo(404);
    assertThat(response.text()).isEqualTo("{\"detail\":\"Invalid cursor\"}");
  }
}
