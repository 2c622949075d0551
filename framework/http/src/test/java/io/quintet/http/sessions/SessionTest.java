package io.quintet.http.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.http.Cookie;
import io.quintet.http.HttpApplication;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.TestSite;
import io.quintet.http.messages.Message;
import io.quintet.http.messages.Messages;
import io.quintet.http.routing.Routes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static void urls(Routes routes) {
    routes.path("none/", request -> Response.text("no session"));
    routes.path("read/", request -> Response.text(String.valueOf(request.session().get("count"))));
    routes.path(
        "count/",
        request -> {
          long count = request.session().number("count").orElse(0L) + 1;
          request.session().put("count", count);
          return Response.text(Long.toString(count));
        });
    routes.path(
        "flush/",
        request -> {
          request.session().flush();
          return Response.text("bye");
        });
    routes.path(
        "fail/",
        request -> {
          request.session().put("count", 100L);
          throw new IllegalStateException("fails after a change");
        });
    routes.path(
        "browser/",
        request -> {
          request.session().put("a", 1L);
          request.session().expireAtBrowserClose();
          return Response.text("x");
        });
    routes.path(
        "say/",
        request -> {
          Messages.success(request, "Saved <b>it</b>");
          Messages.warning(request, "Careful");
          return Response.redirect("/hear/");
        });
    routes.path(
        "hear/",
        request -> {
          List<String> heard = new ArrayList<>();
          for (Message message : Messages.of(request)) {
            heard.add(message.tags() + ":" + message);
          }
          return Response.text(heard.toString());
        });
  }

  private final HttpApplication app = TestSite.app(SessionTest::urls);

  private Response get(String path, String cookie) {
    return app.handle(Request.builder("GET", path).header("Cookie", "sessionid=" + cookie).build());
  }

  private static String cookie(Response response) {
    return response.cookie("sessionid").orElseThrow().value();
  }

  @Test
  void aSessionThatIsNotUsedCostsAndSetsNothing() {
    Response response = app.handle(Request.get("/none/"));
    assertThat(response.cookies()).isEmpty();
    assertThat(response.headers().get("Vary", "")).doesNotContain("Cookie");
    Response read = app.handle(Request.get("/read/"));
    assertThat(read.cookies()).isEmpty();
    assertThat(read.header("Vary").orElseThrow()).contains("Cookie");
  }

  @Test
  void valuesStayBetweenRequests() {
    Response first = app.handle(Request.get("/count/"));
    Cookie cookie = first.cookie("sessionid").orElseThrow();
    assertThat(cookie.httpOnly()).isTrue();
    assertThat(cookie.maxAge()).isEqualTo(Duration.ofDays(14));
    assertThat(cookie.header(TestSite.NOW))
        .contains("HttpOnly", "SameSite=Lax", "Path=/")
        .doesNotContain("Secure");
    assertThat(get("/count/", cookie.value()).text()).isEqualTo("2");
  }

  @Test
  void overHttpsTheCookieIsForHttpsOnly() {
    Response response = app.handle(Request.builder("GET", "/count/").scheme("https").build());
    assertThat(response.cookie("sessionid").orElseThrow().secure()).isTrue();
  }

  @Test
  void aForgedCookieIsNoSession() {
    String genuine = cookie(app.handle(Request.get("/count/")));
    assertThat(get("/read/", genuine).text()).isEqualTo("1");
    String forged = (genuine.charAt(0) == 'a' ? 'b' : 'a') + genuine.substring(1);
    assertThat(get("/read/", forged).text()).isEqualTo("null");
    assertThat(get("/read/", forged).cookie("sessionid").orElseThrow().isDeletion()).isTrue();
  }

  @Test
  void flushingDeletesTheCookie() {
    String cookie = cookie(app.handle(Request.get("/count/")));
    assertThat(get("/flush/", cookie).cookie("sessionid").orElseThrow().isDeletion()).isTrue();
  }

  @Test
  void aFailedRequestLeavesTheSessionAsItWas() {
    String cookie = cookie(app.handle(Request.get("/count/")));
    assertThat(get("/fail/", cookie).cookies()).isEmpty();
  }

  @Test
  void aSessionCanEndWithTheBrowser() {
    assertThat(app.handle(Request.get("/browser/")).cookie("sessionid").orElseThrow().maxAge())
        .isNull();
  }

  @Test
  void aNewKeyKeepsTheDataAndForgetsTheOldKey() {
    MapStore store = new MapStore();
    Session session = new Session(() -> store, null, Duration.ofDays(1));
    session.put("user", 7L);
    session.save();
    String before = session.key().orElseThrow();
    session.cycleKey();
    assertThat(session.key().orElseThrow()).isNotEqualTo(before);
    assertThat(store.load(before)).isEmpty();
    assertThat(new Session(() -> store, session.key().get(), Duration.ofDays(1)).number("user"))
        .hasValue(7L);
  }

  @Test
  void aDeletedSessionIsNotBroughtBackByAConcurrentRequest() {
    MapStore store = new MapStore();
    Session first = new Session(() -> store, null, Duration.ofDays(1));
    first.put("a", 1L);
    first.save();
    Session second = new Session(() -> store, first.key().orElseThrow(), Duration.ofDays(1));
    second.put("b", 2L);
    first.flush();
    assertThatThrownBy(second::save).isInstanceOf(SessionInterrupted.class);
  }

  @Test
  void messagesOutliveARedirectAndAreShownOnce() {
    String cookie = cookie(app.handle(Request.get("/say/")));
    Response heard = get("/hear/", cookie);
    assertThat(heard.text()).isEqualTo("[success:Saved <b>it</b>, warning:Careful]");
    assertThat(get("/hear/", cookie(heard)).text()).isEqualTo("[]");
  }

  private static final class MapStore implements SessionStore {
    private final Map<String, Map<String, Object>> kept = new HashMap<>();

    @Override
    public Optional<Map<String, Object>> load(String key) {
      return Optional.ofNullable(kept.get(key));
    }

    @Override
    public String create(Map<String, Object> data, Duration age) {
      String key = Sessions.newKey();
      kept.put(key, Map.copyOf(data));
      return key;
    }

    @Override
    public Optional<String> update(String key, Map<String, Object> data, Duration age) {
      return kept.replace(key, Map.copyOf(data)) == null ? Optional.empty() : Optional.of(key);
    }

    @Override
    public void delete(String key) {
      kept.remove(key);
    }

    @Override
    public int clearExpired() {
      return 0;
    }
  }
}
