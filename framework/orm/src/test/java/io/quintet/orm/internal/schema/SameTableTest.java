package io.quintet.orm.internal.schema;

import static io.quintet.orm.internal.schema.Words.id;
import static io.quintet.orm.internal.schema.Words.many;
import static io.quintet.orm.internal.schema.Words.model;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.migrations.ModelState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two models that are changed by migrations cannot have one table. */
class SameTableTest {
  private static final ModelState POST = model("blog.Post", id(), many("tags", "blog.Tag"));

  @Test
  void ofTwoModels() {
    ModelState other = model("shop.Post", id()).withOptions(Words.USUAL.table("blog_post"));
    assertThatThrownBy(() -> SiteMigrations.requireTablesOfTheirOwn(List.of(POST, other)))
        .hasMessage(
            "The table 'blog_post' would be that of blog.Post and of shop.Post. Give one of them another: @Model(table = \"...\"),"
                + " or @ManyToMany(table = \"...\") for pairs.");
  }

  @Test
  void ofAModelAndOfPairs() {
    ModelState other = model("blog.Post_tags", id());
    assertThatThrownBy(() -> SiteMigrations.requireTablesOfTheirOwn(List.of(other, POST)))
        .hasMessageContaining(
            "The table 'blog_post_tags' would be that of blog.Post_tags and of the pairs of blog.Post.");
  }

  @Test
  void aTableThatIsLeftAloneMayHaveSeveralModels() {
    ModelState view =
        model("shop.View", id()).withOptions(Words.USUAL.table("blog_post").unmanaged());
    assertThatCode(() -> SiteMigrations.requireTablesOfTheirOwn(List.of(POST, view)))
        .doesNotThrowAnyException();
  }
}
