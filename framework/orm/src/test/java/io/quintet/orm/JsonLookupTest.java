package io.quintet.orm;

import static io.quintet.orm.blog.QEverything.everything;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.blog.Everything;
import io.quintet.orm.expr.Functions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class JsonLookupTest extends OrmTest {
  JsonLookupTest(Backend backend) {
    super(backend);
  }

  private static Everything with(@Nullable Object json) {
    Everything e = new Everything();
    e.json = json;
    e.save();
    return e;
  }

  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  private static List<Everything> having(String lookup, @Nullable Object value) {
    return Everything.objects.filter(lookup, value).orderBy("id").list();
  }

  @Test
  void keysAndIndexesLeadIntoTheValue() {
    Everything first =
        with(map("lang", "de", "n", 5, "deep", map("er", List.of("x", map("y", 1)))));
    Everything second = with(List.of(1, 2, 3));
    assertThat(having("json__lang", "de")).containsExactly(first);
    assertThat(having("json__n", 5)).containsExactly(first);
    assertThat(having("json__n", 5.0)).containsExactly(first);
    assertThat(having("json__deep__er__0", "x")).containsExactly(first);
    assertThat(having("json__deep__er__1", map("y", 1))).containsExactly(first);
    assertThat(having("json__deep__er__1__y", 1)).containsExactly(first);
    assertThat(having("json__0", 1)).containsExactly(second);
    assertThat(having("json__lang__in", List.of("de", "fr"))).containsExactly(first);
    assertThat(having("json__n__gt", 4)).containsExactly(first);
    assertThat(having("json__n__range", List.of(4, 6))).containsExactly(first);
    assertThat(having("json__lang__icontains", "D")).containsExactly(first);
    assertThat(having("json__lang__startswith", "d")).containsExactly(first);
    assertThat(having("json__lang__regex", "^d.$")).containsExactly(first);
    assertThat(Everything.objects.filter(everything.json.at("deep", "er", "0").eq("x")).list())
        .containsExactly(first);
    assertThat(Everything.objects.filter(everything.json.text("n").eq("5")).list())
        .containsExactly(first);
    assertThat(having("json", List.of(1, 2, 3))).containsExactly(second);
    assertThat(having("json__in", List.of(List.of(1), List.of(1, 2, 3)))).containsExactly(second);
  }

  @Test
  void trueFalseAndNullAreValues() {
    Map<String, Object> nothing = new LinkedHashMap<>();
    nothing.put("a", null);
    Everything yes = with(map("a", true));
    Everything no = with(map("a", false));
    Everything none = with(nothing);
    Everything without = with(map("b", 1));
    Everything absent = with(null);
    assertThat(having("json__a", true)).containsExactly(yes);
    assertThat(having("json__a", false)).containsExactly(no);
    assertThat(having("json__a", null)).containsExactly(none);
    assertThat(having("json__a__isnull", false)).containsExactly(yes, no, none);
    assertThat(having("json__a__isnull", true)).containsExactly(without, absent);
    assertThat(having("json__isnull", true)).containsExactly(absent);
    assertThat(Everything.objects.exclude("json__a", true).orderBy("id").list())
        .containsExactly(no, none, absent);
  }

  @Test
  void objectsHaveKeys() {
    Everything both = with(map("a", 1, "b.c", 2));
    Everything one = with(map("a", null, "0", "zero"));
    Everything inner = with(map("in", map("a", 1)));
    assertThat(having("json__has_key", "a")).containsExactly(both, one);
    assertThat(having("json__has_key", "b.c")).containsExactly(both);
    assertThat(having("json__has_key", "0")).containsExactly(one);
    assertThat(having("json__has_keys", List.of("a", "b.c"))).containsExactly(both);
    assertThat(having("json__has_any_keys", List.of("b.c", "in"))).containsExactly(both, inner);
    assertThat(having("json__in__has_key", "a")).containsExactly(inner);
    assertThat(Everything.objects.filter(everything.json.hasKeys("a", "b.c")).list())
        .containsExactly(both);
    assertThat(Everything.objects.filter(everything.json.hasAnyKeys("x", "0")).list())
        .containsExactly(one);
  }

  @Test
  void oneValueContainsAnotherWhereTheDatabaseCanTell() {
    Everything both = with(map("a", 1, "b", List.of(1, 2)));
    if (backend == Backend.SQLITE) {
      assertThatThrownBy(() -> having("json__contains", map("a", 1)))
          .isInstanceOf(NotSupportedException.class)
          .hasMessage(
              "SQLite cannot tell whether JSON contains other JSON. Compare keys, or use PostgreSQL.");
      return;
    }
    assertThat(having("json__contains", map("b", List.of(2)))).containsExactly(both);
    assertThat(having("json__b__contains", List.of(1))).containsExactly(both);
    assertThat(having("json__contained_by", map("a", 1, "b", List.of(1, 2), "c", 3)))
        .containsExactly(both);
    assertThat(Everything.objects.filter(everything.json.contains(map("a", 2))).list()).isEmpty();
  }

  @Test
  void whatStandsAtAKeyIsReadAsItsType() {
    with(map("a", "5", "n", 5, "t", true, "o", map("x", List.of(1))));
    assertThat(
            Everything.objects
                .values("json__a", "json__n", "json__t", "json__o", "json__no")
                .list())
        .containsExactly(
            map(
                "json__a",
                "5",
                "json__n",
                5L,
                "json__t",
                true,
                "json__o",
                map("x", List.of(1L)),
                "json__no",
                null));
    assertThat(Everything.objects.valuesFlat(everything.json.text("n")).list())
        .containsExactly("5");
    assertThat(
            Everything.objects.valuesFlat(Functions.<Everything, Object>f("json__o__x__0")).list())
        .isEqualTo(List.of(1L));
  }

  @Test
  void rowsAreGroupedAndSortedByAKey() {
    with(map("k", "b"));
    with(map("k", "a"));
    with(map("k", "b"));
    var count = io.quintet.orm.expr.Aggregates.<Everything>count().as("n");
    List<Object> rows = new ArrayList<>();
    Everything.objects
        .values("json__k")
        .annotate(count)
        .orderBy("json__k")
        .list()
        .forEach(rows::add);
    assertThat(rows)
        .isEqualTo(Arrays.asList(map("json__k", "a", "n", 1L), map("json__k", "b", "n", 2L)));
  }
}
