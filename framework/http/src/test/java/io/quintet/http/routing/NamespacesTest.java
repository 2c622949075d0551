package io.quintet.http.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.MultiMap;
import io.quintet.http.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamespacesTest {
  private static void polls(Routes routes) {
    routes.path("", request -> Response.text("index")).name("index");
    routes.path("<int:id>/", request -> Response.text("detail")).name("detail");
  }

  private final Router router =
      Router.of(routes -> {
        routes.include("polls/", NamespacesTest::polls, Include.app("polls"));
        routes.include(
            "surveys/", NamespacesTest::polls, Include.app("polls").namespace("surveys"));
        routes.include("quiz/", NamespacesTest::polls, Include.app("games").namespace("quiz"));
        routes.path("show/", request -> Response.text("a")).name("show").extra("mode", "a");
        routes.path("list/", request -> Response.text("b")).name("show").extra("mode", "b");
      });

  private String index(String name, String currentApp) {
    return router.reverse(Address.of(name).currentApp(currentApp));
  }

  @Test
  void anAppsNameMeansTheCurrentInstanceOrTheOneOfThatName() {
    assertThat(index("polls:index", "")).isEqualTo("/polls/");
    assertThat(index("polls:index", "surveys")).isEqualTo("/surveys/");
    assertThat(index("surveys:index", "polls")).isEqualTo("/surveys/");
    assertThat(index("games:index", "")).as("the last instance").isEqualTo("/quiz/");
  }

  @Test
  void aMatchKnowsItsAppAndInstance() {
    assertThat(router.resolve("/surveys/3/", "GET"))
        .isInstanceOfSatisfying(
            Resolution.Found.class,
            found -> {
              assertThat(found.match().route().appNames()).containsExactly("polls");
              assertThat(found.match().route().namespace()).isEqualTo("surveys");
            });
  }

  @Test
  void anAddedValueDecidesBetweenRoutesOfOneName() {
    assertThat(router.reverse("show", Map.of("mode", "a"))).isEqualTo("/show/");
    assertThat(router.reverse("show", Map.of("mode", "b"))).isEqualTo("/list/");
    assertThat(router.reverse("show", List.of())).as("the later one").isEqualTo("/list/");
  }

  @Test
  void anAddressMayHaveAQueryAFragmentAndAFolder() {
    Address address = Address.of("polls:detail").values(7);
    assertThat(router.reverse(address.query(MultiMap.of("q", "a b")).fragment("top")))
        .isEqualTo("/polls/7/?q=a+b#top");
    assertThat(router.reverse(address.below("/site/"))).isEqualTo("/site/polls/7/");
    assertThat(router.reverse(address.below("//evil.example/")))
        .isEqualTo("/%2Fevil.example/polls/7/");
  }

  @Test
  void anUnknownNamespaceIsNamed() {
    assertThatThrownBy(() -> router.reverse("pols:index", List.of()))
        .hasMessage(
            """
            'pols' is not a registered namespace
            No route is named 'pols:index' (did you mean 'polls:index'?). The command 'routes' lists every name.\
            """);
    assertThatThrownBy(() -> router.reverse("polls:inner:index", List.of()))
        .hasMessageStartingWith("'inner' is not a registered namespace inside 'polls'");
  }

  @Test
  void valuesInOrderAndByNameAtOnceAreRefused() {
    assertThatThrownBy(() -> Address.of("polls:detail").values(1).named(Map.of("id", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The address of 'polls:detail' has values in order ([1]) and values by name ({id=1}): give one kind");
  }
}
