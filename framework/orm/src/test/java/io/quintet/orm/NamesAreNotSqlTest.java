package io.quintet.orm;

import static io.quintet.orm.blog.QEverything.everything;
import static io.quintet.orm.blog.QPost.post;
import static io.quintet.orm.expr.Functions.collate;
import static io.quintet.orm.expr.Functions.f;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quintet.orm.blog.Everything;
import io.quintet.orm.blog.Post;
import io.quintet.orm.expr.Named;
import io.quintet.orm.expr.SqlPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Names from outside (aliases, paths, keys, orders, columns) are refused or bound, never spliced
 * into SQL: those of known advisories, and generated ones of any Unicode characters.
 */
@ParameterizedClass
@EnumSource(Backend.class)
class NamesAreNotSqlTest extends OrmTest {
  private static final int GENERATED = 300;

  NamesAreNotSqlTest(Backend backend) {
    super(backend);
  }

  /** Shapes of advisories against Django and Rails, and random text made of dangerous pieces. */
  private static List<String> hostile() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "a\" FROM users--",
                "a\"; DROP TABLE blog_post; --",
                "x.y",
                "x'",
                "x\\",
                "x/*",
                "x#",
                "x\n",
                "x\u0000y",
                "x y",
                "x`",
                "x$1",
                "x?",
                "",
                "é",
                "_connector",
                "crafted\") OR 1 = 1 --",
                "views\" OR \"1\"=\"1",
                "title, (SELECT 1)",
                "-title; --",
                "?",
                "-",
                "views ASC, views"));
    Random random = new Random(20260101);
    String[] pieces = {
      "\"",
      "'",
      "`",
      ";",
      "--",
      "/*",
      "*/",
      ")",
      "(",
      "\\",
      "$",
      "?",
      "??",
      "%",
      "\0",
      "\n",
      "\u2028",
      "\uFF07",
      "\u02BC",
      "a",
      "title",
      "__",
      "_",
      ".",
      "-",
      " ",
      "views",
      "0",
      "[",
      "]",
      "{}",
      ":x",
      "é",
      "日",
      "\uD83D\uDE00"
    };
    for (int i = 0; i < GENERATED; i++) {
      StringBuilder name = new StringBuilder();
      for (int length = 1 + random.nextInt(6); length > 0; length--) {
        name.append(
            random.nextInt(4) == 0
                ? Character.toString(random.nextInt(0xD7FF) + 1)
                : pieces[random.nextInt(pieces.length)]);
      }
      names.add(name.toString());
    }
    return names;
  }

  private static boolean isPlain(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*") && !name.contains("__") && name.length() <= 63;
  }

  /**
   * What becomes of a name: understood as a name, or refused by us, before the database sees it.
   */
  private static void isRefusedOrANameOfOurs(String name, ThrowingCallable work) {
    Throwable thrown = catchThrowable(work);
    assertThat(thrown)
        .as(() -> name.chars().mapToObj(Integer::toHexString).toList().toString())
        .satisfiesAnyOf(
            t -> assertThat(t).isNull(),
            t -> assertThat(t).isInstanceOf(QueryException.class).hasNoCause(),
            t -> assertThat(t).isInstanceOf(IllegalArgumentException.class));
    if (thrown != null) {
      assertThat(thrown.getMessage().chars().filter(c -> c < 32).count()).isZero();
    }
  }

  @Test
  void aliasesArePlainNames() {
    for (String name : hostile()) {
      if (!isPlain(name)) {
        assertThatThrownBy(() -> new Named<>(name, post.views))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> post.views.as(name)).isInstanceOf(IllegalArgumentException.class);
      }
    }
    assertThatThrownBy(() -> post.views.as("a\" FROM users--"))
        .hasMessage(
            "This cannot be the name of a column in a query: a\" FROM users--. Allowed are up to 63"
                + " letters, digits and single underscores, a letter first.");
  }

  @Test
  void pathsAreNamesOfTheModelOrRefused() {
    for (String name : hostile()) {
      isRefusedOrANameOfOurs(name, () -> Post.objects.filter(name, 1).list());
      isRefusedOrANameOfOurs(name, () -> Post.objects.filter("title__" + name, "x").list());
      isRefusedOrANameOfOurs(name, () -> Post.objects.filter("author__" + name, "x").list());
      isRefusedOrANameOfOurs(name, () -> Post.objects.all().exclude(Map.of(name, 1)).count());
      isRefusedOrANameOfOurs(name, () -> Post.objects.filter("views", f(name)).list());
    }
  }

  @Test
  void ordersAndColumnsAreNamesOfTheModelOrRefused() {
    for (String name : hostile()) {
      isRefusedOrANameOfOurs(name, () -> Post.objects.orderBy(name).list());
      isRefusedOrANameOfOurs(name, () -> Post.objects.orderBy("-" + name).list());
      isRefusedOrANameOfOurs(name, () -> Post.objects.values(name).list());
      isRefusedOrANameOfOurs(name, () -> Post.objects.valuesList("title", name).list());
      isRefusedOrANameOfOurs(name, () -> Post.objects.selectRelated(name).list());
    }
    assertThat(Post.objects.count()).isEqualTo(3);
  }

  @Test
  void keysOfJsonAreBound() {
    for (String key : hostile()) {
      if (key.indexOf('\0') >= 0 || key.contains("__") || key.isEmpty()) {
        continue; // no such key can be stored in PostgreSQL, or it is a path of two
      }
      Everything e = new Everything();
      e.json = Map.of(key, "found");
      e.save();
      QuerySet<Everything> one = Everything.objects.filter(everything.id.eq(e.id));
      assertThat(one.filter(everything.json.hasKey(key)).exists()).as(key).isTrue();
      assertThat(one.filter("json__has_any_keys", List.of("-", key)).exists()).as(key).isTrue();
      if (!key.matches("-?[0-9]+")) {
        assertThat(one.filter(everything.json.text(key).eq("found")).exists()).as(key).isTrue();
        assertThat(one.filter(everything.json.at(key).eq("found")).exists()).as(key).isTrue();
        assertThat(one.valuesFlat(everything.json.at(key)).list())
            .as(key)
            .isEqualTo(List.of("found"));
        assertThat(one.exclude(everything.json.at(key).isNull()).exists()).as(key).isTrue();
      }
    }
  }

  @Test
  void anyTextIsAKeyInAPathByName() {
    for (String key : hostile()) {
      isRefusedOrANameOfOurs(key, () -> Everything.objects.filter("json__" + key, "x").list());
      isRefusedOrANameOfOurs(key, () -> Everything.objects.values("json__" + key).list());
      isRefusedOrANameOfOurs(key, () -> Everything.objects.orderBy("json__" + key).list());
      isRefusedOrANameOfOurs(key, () -> Everything.objects.filter("json__a__has_key", key).list());
    }
  }

  @Test
  void collationsFunctionsAndTemplatesHoldNoTextFromOutside() {
    for (String name : hostile()) {
      if (!name.matches("[A-Za-z0-9_.@-]{1,63}")) {
        assertThatThrownBy(() -> collate(post.title, name))
            .isInstanceOf(IllegalArgumentException.class);
      }
      if (!name.matches("[A-Za-z_][A-Za-z0-9_.]*")) {
        assertThatThrownBy(() -> SqlPart.call(name)).isInstanceOf(IllegalArgumentException.class);
      }
    }
    for (String template :
        List.of("'", "\"", ";", "--", "/*", "?", "\\", "$1", "`", "#", "é", "\n")) {
      assertThatThrownBy(() -> SqlPart.template("a " + template))
          .as(template)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(
              "A template of SQL holds no quotation marks, semicolons, comments, question marks");
    }
    assertThatThrownBy(() -> SqlPart.template("{} = {}", SqlPart.value(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The template \"{} = {}\" has 2 places {}, but 1 parts are given.");
  }
}
