package io.quintet.orm;

import static io.quintet.orm.blog.QAuthor.author;
import static io.quintet.orm.blog.QCategory.category;
import static io.quintet.orm.blog.QPost.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.blog.Author;
import io.quintet.orm.blog.Category;
import io.quintet.orm.blog.Post;
import io.quintet.orm.expr.Aggregates;
import io.quintet.orm.expr.Functions;
import io.quintet.orm.expr.NumberExpression;
import io.quintet.orm.kinds.Branch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class CteTest extends OrmTest {
  CteTest(Backend backend) {
    super(backend);
  }

  private Category plants;

  private void growTree() {
    plants = grow("plants", null);
    Category trees = grow("trees", plants);
    grow("flowers", plants);
    grow("oaks", trees);
    grow("animals", null);
  }

  private static Category grow(String name, Category parent) {
    Category made = new Category(name, name);
    if (parent != null) {
      made.parent.set(parent);
    }
    made.save();
    return made;
  }

  private static Cte below(String slug) {
    return Cte.recursive(
        "tree",
        Category.objects
            .filter(category.slug.eq(slug))
            .values(category.id.as("id"), Functions.<Category, Integer>value(0).as("depth")),
        found ->
            Category.objects
                .join(found, category.parent().id.eq(found.number("id", Long.class)))
                .values(category.id.as("id"), depth(found).plus(1).as("depth")));
  }

  private static NumberExpression<Category, Integer> depth(Cte tree) {
    return tree.number("depth", Integer.class);
  }

  private static QuerySet<Category> in(Cte tree) {
    return Category.objects.join(tree, category.id.eq(tree.number("id", Long.class)));
  }

  private static List<String> names(Iterable<Category> rows) {
    List<String> names = new ArrayList<>();
    rows.forEach(c -> names.add(c.name));
    return names;
  }

  @Test
  void aTreeIsFollowedInOneStatement() {
    growTree();
    Cte tree = below("plants");
    expectStatements(
        1,
        () ->
            assertThat(names(in(tree).orderBy(depth(tree).asc(), category.name.asc())))
                .containsExactly("plants", "flowers", "trees", "oaks"));
    assertThat(in(tree).count()).isEqualTo(4);
    assertThat(in(tree).exists()).isTrue();
    assertThat(in(below("nothing")).exists()).isFalse();
  }

  @Test
  void itsColumnsAreUsedLikeOthers() {
    growTree();
    Cte tree = below("plants");
    assertThat(names(in(tree).filter(depth(tree).gt(0)).orderBy("name")))
        .containsExactly("flowers", "oaks", "trees");
    var deep = depth(tree).as("deep");
    assertThat(in(tree).annotate(deep).orderBy("-deep").first())
        .hasValueSatisfying(c -> assertThat(c.annotation("deep")).isEqualTo(2));
    assertThat(names(in(tree).annotate(deep).filter("deep__lt", 1))).containsExactly("plants");
    assertThat(in(tree).aggregate(Aggregates.max(depth(tree)))).isEqualTo(2);
  }

  @Test
  void itIsASourceOfItsOwn() {
    growTree();
    assertThat(below("plants").list(Branch.class))
        .contains(new Branch(plants.id, 0))
        .extracting(Branch::depth)
        .containsExactlyInAnyOrder(0, 1, 1, 2);
  }

  @Test
  void itStandsInSubqueriesUpdatesAndDeletions() {
    growTree();
    alpha.category.set(Category.objects.get("slug", "oaks"));
    alpha.save();
    Cte tree = below("plants");
    assertThat(titles(Post.objects.filter(post.category().in(in(tree))))).containsExactly("Alpha");
    assertThat(titles(Post.objects.exclude(post.category().in(in(tree)))))
        .containsExactlyInAnyOrder("Beta", "Gamma");
    assertThat(in(tree).filter(depth(tree).eq(2)).update(category.name.set("old oaks")))
        .isEqualTo(1);
    assertThat(names(in(tree).orderBy("-name")).getFirst()).isEqualTo("trees");
    alpha.delete();
    assertThat(in(tree).filter(depth(tree).gt(0)).delete()).isEqualTo(3);
  }

  @Test
  void aCircleEnds() {
    growTree();
    plants.parent.set(Category.objects.get("slug", "oaks"));
    plants.save();
    Cte circle =
        Cte.recursive(
            "circle",
            Category.objects.filter("slug", "trees").values(category.id.as("id")),
            found ->
                Category.objects
                    .join(found, category.parent().id.eq(found.number("id", Long.class)))
                    .values(category.id.as("id")));
    assertThat(in(circle).count()).isEqualTo(4);
  }

  @Test
  void anAggregateIsJoinedToRowsThatMayLackIt() {
    Cte busy =
        Cte.of(
            "busy",
            Post.objects
                .groupBy(post.author().id)
                .values(post.author().id.as("author"), Aggregates.sum(post.views).as("views")));
    Author cid = Author.objects.create(new Author("Cid"));
    NumberExpression<Author, Long> views = busy.number("views", Long.class);
    assertThat(
            Author.objects
                .leftJoin(busy, author.id.eq(busy.number("author", Long.class)))
                .select(author.name, views)
                .orderBy(author.name.asc())
                .list())
        .containsExactly(List.of("Ann", 15L), List.of("Bob", 20L), Arrays.asList("Cid", null));
    assertThat(Author.objects.join(busy, author.id.eq(busy.number("author", Long.class))).list())
        .doesNotContain(cid);
  }

  @Nested
  class Failures {
    @Test
    void whenAColumnIsUnknown() {
      assertThatThrownBy(() -> below("plants").text("name"))
          .isInstanceOf(QueryException.class)
          .hasMessage(
              "The common table expression \"tree\" has no column \"name\". It has: id, depth.");
    }

    @Test
    void whenTheNameIsNone() {
      assertThatThrownBy(
              () -> Cte.of("x; DROP TABLE y", Category.objects.values(category.id.as("id"))))
          .hasMessage(
              "A common table expression has a name of lower-case letters, digits and underscores, a letter first.");
    }

    @Test
    void whenTwoHaveTheSameName() {
      Cte one = below("plants");
      Cte other = below("animals");
      assertThatThrownBy(
              () -> in(one).join(other, category.id.eq(other.number("id", Long.class))).list())
          .hasMessage(
              "Two common table expressions of one query have the name \"tree\". Name one anew.");
    }

    @Test
    void whenTheColumnsDiffer() {
      assertThatThrownBy(() ->
              Cte.recursive(
                  "tree",
                  Category.objects.values(category.id.as("id")),
                  found -> Category.objects.values(category.id.as("id"), category.name.as("name"))))
          .hasMessage(
              "The recursive \"tree\" begins with 1 columns (id) and goes on with 2. Both need the same.");
    }
  }
}
