package io.quintet.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.json.Json;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.rest.shop.Category;
import io.quintet.rest.shop.ProductApi;
import io.quintet.rest.shop.Tag;
import io.quintet.rest.viewsets.ApiRouter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formats of bodies and answers, pages for browsers, and the OpenAPI document. */
class FormatTest {
  private static final String BODY =
      "<root><sku>GA-1</sku><title>Rake &amp; more</title><category>garden</category>"
          + "<tags><list-item>new</list-item></tags></root>";

  @TempDir Path folder;
  private ShopSite site;

  @BeforeEach
  void start() {
    site =
        ShopSite.of(
            folder,
            ApiRouter.of("Shop").version("2.0").register("products", new ProductApi()),
            builder -> builder.set(RestSettings.BROWSABLE, true));
    site.call(() -> {
      Category garden = new Category();
      garden.name = "Garden";
      garden.slug = "garden";
      garden.save();
      Tag fresh = new Tag();
      fresh.label = "new";
      fresh.save();
      return "";
    });
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Response send(String type, String body) {
    return site.send(ShopSite.json("POST", "/api/products/").body(type, body));
  }

  @Test
  void xmlIsReadAndWritten() {
    Response made =
        site.send(
            Request.builder("POST", "/api/products/?format=xml").body("application/xml", BODY));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.contentType()).isEqualTo("application/xml; charset=utf-8");
    assertThat(made.text())
        .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><root><id>1</id><sku>GA-1</sku>")
        .contains("<title>Rake &amp; more</title>", "<tags><list-item>new</list-item></tags>");
  }

  @Test
  void entitiesOfXmlAreNotExpanded() {
    String bomb =
        "<!DOCTYPE root [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><root><sku>&a;</sku></root>";
    Response refused = send("application/xml", bomb);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("XML parse error");
  }

  @Test
  void formIsReadLikeJson() {
    Response made =
        send(
            "application/x-www-form-urlencoded",
            "sku=GA-2&title=Spade&category=garden&tags=new&price=&stock=4");
    assertThat(made.text())
        .contains("\"sku\":\"GA-2\"", "\"price\":null", "\"stock\":4", "\"tags\":[\"new\"]");
    assertThat(made.status()).isEqualTo(201);
  }

  @Test
  void malformedBodyIsToldWithItsPosition() {
    Response refused = send("application/json", "{\"sku\": }");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).startsWith("{\"detail\":\"JSON parse error - ").contains("line 1");
  }

  @Test
  void unknownMediaTypeIs415() {
    Response refused = send("text/plain", "sku=GA-2");
    assertThat(refused.status()).isEqualTo(415);
    assertThat(refused.text())
        .isEqualTo("{\"detail\":\"Unsupported media type \\\"text/plain\\\" in request.\"}");
  }

  @Test
  void clientChoosesTheFormat() {
    assertThat(site.send(Request.builder("GET", "/api/products/")).contentType())
        .isEqualTo("application/json");
    assertThat(site.get("/api/products/?format=odd").status()).isEqualTo(404);
    Response none =
        site.send(Request.builder("GET", "/api/products/").header("Accept", "image/png"));
    assertThat(none.status()).isEqualTo(406);
    assertThat(none.text())
        .isEqualTo("{\"detail\":\"Could not satisfy the request Accept header.\"}");
    assertThat(none.header("Vary").orElse("")).contains("Accept");
  }

  @Test
  void browserGetsAPageWithForms() {
    Response page =
        site.send(
            Request.builder("GET", "/api/products/?search=x")
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
    assertThat(page.text())
        .contains("<h1>Products</h1>")
        .contains("&quot;count&quot; : 0")
        .contains("name=\"sku\" required")
        .contains("<option value=\"sale\">On sale</option>")
        .contains("href=\"/api/docs/\"")
        .contains("name=\"search\" value=\"x\"");
  }

  @Test
  void optionsTellTheFields() {
    Response options = site.send(ShopSite.json("OPTIONS", "/api/products/"));
    assertThat(options.text())
        .startsWith("{\"name\":\"Product\",\"description\":\"\",\"renders\":[\"application/json\",")
        .contains(
            "\"actions\":{\"POST\":{\"id\":{\"type\":\"integer\",\"required\":false,\"read_only\":true,"
                + "\"label\":\"")
        .contains("\"display_name\":\"On sale\"");
  }

  @Test
  @SuppressWarnings("unchecked")
  void openApiDocumentDescribesEverything() {
    Response response = site.get("/api/openapi.json");
    var document = (Map<String, Object>) Json.parse(response.text());
    assertThat(document)
        .containsEntry("openapi", "3.1.0")
        .containsEntry("info", Map.of("title", "Shop", "version", "2.0"))
        .containsEntry("servers", List.of(Map.of("url", "/api")));
    var paths = (Map<String, Map<String, Object>>) document.get("paths");
    assertThat(paths.keySet())
        .containsExactly(
            "/products/", "/products/{pk}/restock/", "/products/cheapest/", "/products/{pk}/");
    assertThat(paths.get("/products/{pk}/").keySet())
        .containsExactly("parameters", "get", "put", "patch", "delete");
    var list = (Map<String, Object>) paths.get("/products/").get("get");
    assertThat((List<Map<String, Object>>) list.get("parameters"))
        .extracting(parameter -> parameter.get("name"))
        .containsExactly(
            "page",
            "page_size",
            "status",
            "category__slug",
            "tags__label",
            "min_price",
            "search",
            "ordering");
    var components = (Map<String, Map<String, Object>>) document.get("components");
    assertThat(components.get("schemas").keySet())
        .contains("ProductData", "ProductDataRequest", "ProductDataPatchRequest", "CategoryData");
    assertThat(components.get("securitySchemes").keySet())
        .containsExactly("session", "basic", "token");
    assertThat(Json.write(components.get("schemas").get("RestockRequest")))
        .isEqualTo(
            "{\"type\":\"object\",\"required\":[\"quantity\"],\"properties\":{\"quantity\":"
                + "{\"type\":\"integer\",\"format\":\"int32\",\"minimum\":1,\"maximum\":50,"
                + "\"title\":\"quantity\"},\"reason\":{\"type\":[\"string\",\"null\"],"
                + "\"maxLength\":10,\"title\":\"reason\"}}}");
    assertThat(everyReferenceOf(response.text(), components)).isEmpty();
  }

  /** The references that lead nowhere. */
  private static List<String> everyReferenceOf(
      String text, Map<String, Map<String, Object>> components) {
    return java.util.regex.Pattern.compile("\"\\$ref\":\"#/components/(\\w+)/(\\w+)\"")
        .matcher(text)
        .results()
        .filter(match -> !components.get(match.group(1)).containsKey(match.group(2)))
        .map(match -> match.group())
        .toList();
  }

  @Test
  void docsPageNamesTheDocument() {
    Response page = site.send(Request.builder("GET", "/api/docs/").header("Accept", "text/html"));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("data-docs=\"/api/openapi.json\"", "<h1>Shop</h1>");
  }
}
