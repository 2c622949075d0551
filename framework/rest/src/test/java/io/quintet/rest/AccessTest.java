package io.quintet.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.auth.User;
import io.quintet.http.RequestBuilder;
import io.quintet.http.Response;
import io.quintet.rest.authentication.Authentication;
import io.quintet.rest.authentication.BasicAuthentication;
import io.quintet.rest.permissions.Permission;
import io.quintet.rest.permissions.Permissions;
import io.quintet.rest.shop.Category;
import io.quintet.rest.shop.CategoryData;
import io.quintet.rest.shop.Product;
import io.quintet.rest.shop.ProductApi;
import io.quintet.rest.throttling.Throttle;
import io.quintet.rest.throttling.Throttles;
import io.quintet.rest.tokens.Token;
import io.quintet.rest.tokens.TokenAuthentication;
import io.quintet.rest.viewsets.ApiRouter;
import io.quintet.rest.viewsets.ModelViewSet;
import io.quintet.rest.viewsets.ReadOnlyViewSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may call, and how often. */
class AccessTest {
  @TempDir Path folder;
  private ShopSite site;

  /** Products that only staff write, and whose authenticators begin with tokens. */
  private static final class Guarded extends ProductApi {
    @Override
    public List<Authentication> authentication() {
      return List.of(new TokenAuthentication(), new BasicAuthentication());
    }

    @Override
    public List<Permission> permissions(ApiRequest request) {
      return List.of(request.isSafe() ? Permissions.IS_AUTHENTICATED : Permissions.IS_ADMIN_USER);
    }
  }

  /** Categories with the permissions of the model; nobody touches the first. */
  private static final class Kinds extends ModelViewSet<Category, CategoryData> {
    Kinds() {
      super(Category.class, CategoryData.class);
    }

    @Override
    public List<Permission> permissions(ApiRequest request) {
      return List.of(
          Permissions.MODEL_PERMISSIONS_OR_ANONYMOUS_READ_ONLY,
          new Permission() {
            @Override
            public boolean allows(ApiRequest any) {
              return true;
            }

            @Override
            public boolean allowsObject(ApiRequest any, Object object) {
              return any.isSafe() || ((Category) object).id != 1;
            }

            @Override
            public String message() {
              return "The first category stays.";
            }
          });
    }
  }

  /** Categories that a client may ask for twice a minute. */
  private static final class Limited extends ReadOnlyViewSet<Category, CategoryData> {
    Limited() {
      super(Category.class, CategoryData.class);
    }

    @Override
    public List<Throttle> throttles(ApiRequest request) {
      return List.of(Throttles.anonymous("2/minute"), Throttles.user("3/minute"));
    }
  }

  @BeforeEach
  void start() {
    site =
        ShopSite.of(
            folder,
            ApiRouter.of("Shop")
                .register("products", new Guarded())
                .register("kinds", new Kinds(), "kind")
                .register("limited", new Limited(), "limited"));
    site.call(() -> {
      Category garden = new Category();
      garden.name = "Garden";
      garden.slug = "garden";
      garden.save();
      Product rake = new Product();
      rake.sku = "GA-1";
      rake.title = "Rake";
      rake.category.set(garden);
      rake.save();
      return "";
    });
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Response as(String authorization, String method, String target) {
    RequestBuilder request = ShopSite.json(method, target);
    return site.send(
        authorization.isEmpty() ? request : request.header("Authorization", authorization));
  }

  private static String basic(String name, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void firstAuthenticatorDecidesBetween401And403() {
    Response visitor = as("", "GET", "/api/products/");
    assertThat(visitor.status()).isEqualTo(401);
    assertThat(visitor.header("WWW-Authenticate")).contains("Token");
    assertThat(visitor.text())
        .isEqualTo("{\"detail\":\"Authentication credentials were not provided.\"}");
    Response session = site.send(ShopSite.json("POST", "/api/kinds/"));
    assertThat(session.status()).isEqualTo(403);
    assertThat(session.header("WWW-Authenticate")).isEmpty();
  }

  @Test
  void tokenAndPasswordNameTheUser() {
    User ann = site.user("ann", user -> {});
    String key = site.call(() -> Token.of(ann).key);
    assertThat(key).matches("[0-9a-f]{40}");
    assertThat(as("Token " + key, "GET", "/api/products/").status()).isEqualTo(200);
    assertThat(as("Token nonsense", "GET", "/api/products/").text())
        .isEqualTo("{\"detail\":\"Invalid token.\"}");
    assertThat(as("Token", "GET", "/api/products/").text())
        .isEqualTo("{\"detail\":\"Invalid token header. No credentials provided.\"}");
    assertThat(as(basic("ann", "secret-ann"), "GET", "/api/products/").status()).isEqualTo(200);
    Response wrong = as(basic("ann", "guess"), "GET", "/api/products/");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.text()).isEqualTo("{\"detail\":\"Invalid username/password.\"}");
    Response refused = as("Token " + key, "DELETE", "/api/products/1/");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text())
        .isEqualTo("{\"detail\":\"You do not have permission to perform this action.\"}");
  }

  @Test
  void staffMayWhatOthersMayNot() {
    User boss = site.user("boss", user -> user.isStaff = true);
    String key = site.call(() -> Token.of(boss).key);
    assertThat(as("Token " + key, "DELETE", "/api/products/1/").status()).isEqualTo(204);
  }

  @Test
  void tokenOfAnInactiveUserIsWorthNothing() {
    User gone = site.user("gone", user -> user.isActive = false);
    String key = site.call(() -> Token.of(gone).key);
    assertThat(as("Token " + key, "GET", "/api/products/").text())
        .isEqualTo("{\"detail\":\"User inactive or deleted.\"}");
  }

  @Test
  void rulesForAnObjectSpeakForThemselves() {
    site.user("root", user -> user.isSuperuser = true);
    assertThat(as("", "GET", "/api/kinds/1/").status()).isEqualTo(200);
    Response refused = as(basic("root", "secret-root"), "DELETE", "/api/kinds/1/");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text()).isEqualTo("{\"detail\":\"The first category stays.\"}");
    site.user("ann", user -> {});
    assertThat(as(basic("ann", "secret-ann"), "DELETE", "/api/kinds/1/").status()).isEqualTo(403);
  }

  @Test
  void oneCallTooManyIsToldWhenToComeBack() {
    assertThat(site.get("/api/limited/").status()).isEqualTo(200);
    assertThat(site.get("/api/limited/").status()).isEqualTo(200);
    Response third = site.get("/api/limited/");
    assertThat(third.status()).isEqualTo(429);
    assertThat(third.header("Retry-After")).contains("60");
    assertThat(third.text())
        .isEqualTo("{\"detail\":\"Request was throttled. Expected available in 60 seconds.\"}");
    site.user("ann", user -> {});
    for (int i = 0; i < 3; i++) {
      assertThat(as(basic("ann", "secret-ann"), "GET", "/api/limited/").status()).isEqualTo(200);
    }
    assertThat(as(basic("ann", "secret-ann"), "GET", "/api/limited/").status()).isEqualTo(429);
  }
}
