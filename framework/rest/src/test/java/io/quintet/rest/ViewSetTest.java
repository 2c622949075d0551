package io.quintet.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.http.Response;
import io.quintet.rest.shop.Category;
import io.quintet.rest.shop.Product;
import io.quintet.rest.shop.ProductApi;
import io.quintet.rest.shop.Status;
import io.quintet.rest.shop.Tag;
import io.quintet.rest.viewsets.ApiRouter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A view set of a model: what each method answers. */
class ViewSetTest {
  private static final String RAKE =
      "{\"id\":1,\"sku\":\"GA-1\",\"title\":\"Rake\",\"body\":\"\",\"price\":\"12.50\",\"stock\":3,"
          + "\"status\":\"sale\",\"released_at\":\"2026-01-02T03:04:05Z\",\"category\":\"garden\","
          + "\"category_name\":\"Garden\",\"category_detail\":{\"id\":1,\"name\":\"Garden\","
          + "\"slug\":\"garden\",\"productCount\":2},\"tags\":[\"new\",\"steel\"],"
          + "\"display\":\"GA-1 Rake\"}";

  @TempDir Path folder;
  private ShopSite site;

  @BeforeEach
  void start() {
    site = ShopSite.of(folder, ApiRouter.of("Shop").register("products", new ProductApi()));
    site.call(() -> {
      Category garden = new Category();
      garden.name = "Garden";
      garden.slug = "garden";
      garden.save();
      Category books = new Category();
      books.name = "Books";
      books.slug = "books";
      books.save();
      Tag steel = tag("steel");
      Tag fresh = tag("new");
      Product rake = product("GA-1", "Rake", garden, "12.50");
      rake.stock = 3;
      rake.status = Status.ON_SALE;
      rake.released = Instant.parse("2026-01-02T03:04:05Z");
      rake.save();
      rake.tags.set(List.of(steel, fresh));
      product("GA-2", "Spade", garden, "20.00");
      product("BO-1", "Soil", books, null);
      return "";
    });
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private static Tag tag(String label) {
    Tag tag = new Tag();
    tag.label = label;
    tag.save();
    return tag;
  }

  private static Product product(String sku, String title, Category category, String price) {
    Product product = new Product();
    product.sku = sku;
    product.title = title;
    product.category.set(category);
    product.price = price == null ? null : new BigDecimal(price);
    product.save();
    return product;
  }

  @Test
  void rootListsTheParts() {
    assertThat(site.get("/api/").text())
        .isEqualTo("{\"products\":\"http://localhost/api/products/\"}");
  }

  @Test
  void listIsAPageOfRows() {
    Response response = site.get("/api/products/?page_size=1");
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.contentType()).isEqualTo("application/json");
    assertThat(response.header("Allow")).contains("GET, POST, HEAD, OPTIONS");
    assertThat(response.text())
        .isEqualTo(
            "{\"count\":3,\"next\":\"http://localhost/api/products/?page=2&page_size=1\","
                + "\"previous\":null,\"results\":["
                + RAKE
                + "]}");
    assertThat(site.get("/api/products/?page=last").text())
        .contains("\"next\":null,\"previous\":\"http://localhost/api/products/\"");
    Response beyond = site.get("/api/products/?page=9");
    assertThat(beyond.status()).isEqualTo(404);
    assertThat(beyond.text()).isEqualTo("{\"detail\":\"Invalid page.\"}");
  }

  @Test
  void oneRowIsShownByItsKey() {
    assertThat(site.get("/api/products/1/").text()).isEqualTo(RAKE);
    assertThat(site.get("/api/products/99/").text())
        .isEqualTo("{\"detail\":\"No Product matches the given query.\"}");
    assertThat(site.get("/api/products/none/").status()).isEqualTo(404);
  }

  @Test
  void rowIsMadeOfTheBody() {
    Response response =
        site.post(
            "/api/products/",
            "{\"sku\": \"BO-2\", \"title\": \" Novel \", \"price\": \"7.5\", \"category\": \"books\","
                + " \"tags\": [\"new\"], \"id\": 77, \"colour\": \"red\"}");
    assertThat(response.text())
        .isEqualTo(
            "{\"id\":4,\"sku\":\"BO-2\",\"title\":\"Novel\",\"body\":\"\",\"price\":\"7.50\","
                + "\"stock\":0,\"status\":\"draft\",\"released_at\":null,\"category\":\"books\","
                + "\"category_name\":\"Books\",\"category_detail\":{\"id\":2,\"name\":\"Books\","
                + "\"slug\":\"books\",\"productCount\":2},\"tags\":[\"new\"],"
                + "\"display\":\"BO-2 Novel\"}");
    assertThat(response.status()).isEqualTo(201);
  }

  @Test
  void everythingThatIsWrongIsToldByField() {
    Response response =
        site.post(
            "/api/products/",
            "{\"sku\": \"GA-1\", \"title\": \"\", \"price\": \"1.999\", \"stock\": \"x\","
                + " \"status\": \"lost\", \"category\": \"nope\", \"tags\": [\"what\"],"
                + " \"released_at\": \"soon\"}");
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text())
        .isEqualTo(
            "{\"sku\":[\"product with this sku already exists.\"],"
                + "\"title\":[\"This field may not be blank.\"],"
                + "\"price\":[\"Ensure that there are no more than 2 decimal places.\"],"
                + "\"stock\":[\"A valid integer is required.\"],"
                + "\"status\":[\"\\\"lost\\\" is not a valid choice.\"],"
                + "\"released_at\":[\"Datetime has wrong format. Use one of these formats instead:"
                + " YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].\"],"
                + "\"category\":[\"Object with slug=nope does not exist.\"],"
                + "\"tags\":[\"Object with label=what does not exist.\"]}");
    assertThat(site.post("/api/products/", "{}").text())
        .isEqualTo(
            "{\"sku\":[\"This field is required.\"],\"title\":[\"This field is required.\"],"
                + "\"category\":[\"This field is required.\"]}");
    assertThat(site.post("/api/products/", "[]").text())
        .isEqualTo(
            "{\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got list.\"]}");
  }

  @Test
  void rulesOfSeveralFieldsAreToldTogether() {
    assertThat(
            site.post(
                    "/api/products/",
                    "{\"sku\": \"X\", \"title\": \"Rake\", \"category\": \"garden\"}")
                .text())
        .isEqualTo(
            "{\"non_field_errors\":[\"The fields category, title must make a unique set.\"]}");
    assertThat(
            site.post(
                    "/api/products/",
                    "{\"sku\": \"X\", \"title\": \"New\", \"category\": \"garden\", \"status\":"
                        + " \"sale\", \"stock\": 0}")
                .text())
        .isEqualTo("{\"non_field_errors\":[\"Nothing is in stock to be sold.\"]}");
  }

  @Test
  void patchChangesWhatItNamesAndPutAsksForAll() {
    Response patched =
        site.send(
            ShopSite.json("PATCH", "/api/products/1/")
                .body("application/json", "{\"title\": \"Big rake\", \"tags\": []}"));
    assertThat(patched.text())
        .isEqualTo(
            RAKE.replace("\"title\":\"Rake\"", "\"title\":\"Big rake\"")
                .replace("GA-1 Rake", "GA-1 Big rake")
                .replace("[\"new\",\"steel\"]", "[]"));
    Response put =
        site.send(
            ShopSite.json("PUT", "/api/products/1/")
                .body("application/json", "{\"title\": \"Small rake\"}"));
    assertThat(put.text())
        .isEqualTo(
            "{\"sku\":[\"This field is required.\"],\"category\":[\"This field is required.\"]}");
  }

  @Test
  void deletedRowIsGone() {
    assertThat(site.send(ShopSite.json("DELETE", "/api/products/3/")).status()).isEqualTo(204);
    assertThat(site.get("/api/products/3/").status()).isEqualTo(404);
  }

  @Test
  void extraActionsStandBesideTheUsualOnes() {
    assertThat(site.post("/api/products/1/restock/", "{\"quantity\": 4}").text())
        .isEqualTo("{\"stock\":7}");
    assertThat(
            site.post("/api/products/1/restock/", "{\"quantity\": 0, \"reason\": \"01234567890\"}")
                .text())
        .isEqualTo(
            "{\"quantity\":[\"Ensure this value is greater than or equal to 1.\"],"
                + "\"reason\":[\"Ensure this field has no more than 10 characters.\"]}");
    Response wrong = site.get("/api/products/1/restock/");
    assertThat(wrong.status()).isEqualTo(405);
    assertThat(wrong.text()).isEqualTo("{\"detail\":\"Method \\\"GET\\\" not allowed.\"}");
    assertThat(wrong.header("Allow")).contains("POST, OPTIONS");
  }

  @Test
  void listIsNarrowedSearchedAndOrdered() {
    assertThat(titles("?category__slug=books")).containsExactly("Soil");
    assertThat(titles("?min_price=15")).containsExactly("Spade");
    assertThat(titles("?status=sale")).containsExactly("Rake");
    assertThat(titles("?tags__label=steel")).containsExactly("Rake");
    assertThat(titles("?search=s&page_size=5")).containsExactly("Rake", "Spade", "Soil");
    assertThat(titles("?search=ga-2")).containsExactly("Spade");
    assertThat(titles("?ordering=-title&page_size=5")).containsExactly("Spade", "Soil", "Rake");
    assertThat(titles("?ordering=-price&page_size=5")).containsExactly("Rake", "Spade", "Soil");
    assertThat(site.get("/api/products/?min_price=x&status=lost").text())
        .isEqualTo(
            "{\"status\":[\"Select a valid choice. lost is not one of the available choices.\"],"
                + "\"min_price\":[\"Enter a number.\"]}");
  }

  private List<String> titles(String query) {
    String body = site.get("/api/products/" + query).text();
    return java.util.regex.Pattern.compile("\"title\":\"([^\"]*)\"")
        .matcher(body)
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
