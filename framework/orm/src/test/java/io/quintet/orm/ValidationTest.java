package io.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.quintet.orm.blog.Author;
import io.quintet.orm.blog.Category;
import io.quintet.orm.blog.Everything;
import io.quintet.orm.blog.Post;
import io.quintet.orm.blog.Promotion;
import io.quintet.orm.blog.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class ValidationTest extends OrmTest {
  ValidationTest(Backend backend) {
    super(backend);
  }

  @Test
  void goodValuesHaveNoErrors() {
    assertThat(alpha.validate().isEmpty()).isTrue();
    alpha.fullClean();
  }

  @Test
  void missingValuesAreReportedByField() {
    Post post = new Post();
    post.title = "";
    assertThat(post.validate().messages())
        .isEqualTo(
            Map.of(
                "title", List.of("This field cannot be blank."),
                "slug", List.of("This field cannot be null."),
                "author", List.of("This field cannot be null.")));
    assertThat(post.validate(Set.of("title", "author")).messages()).containsOnlyKeys("slug");
  }

  @Test
  void declaredRulesAreChecked() {
    alpha.title = "x".repeat(201);
    alpha.slug = "no slug!";
    alpha.views = -1;
    assertThat(alpha.validate().messages())
        .isEqualTo(
            Map.of(
                "title", List.of("Ensure this value has at most 200 characters (it has 201)."),
                "slug",
                    List.of(
                        "Enter a valid \u201cslug\u201d consisting of letters, numbers, underscores or hyphens."),
                "views", List.of("Ensure this value is greater than or equal to 0.")));
    ann.email = "nobody";
    assertThat(ann.validate().messages())
        .isEqualTo(Map.of("email", List.of("Enter a valid email address.")));
    Everything e = new Everything();
    e.url = "javascript:alert(1)";
    e.price = new BigDecimal("1.234");
    assertThat(e.validate().messages())
        .isEqualTo(
            Map.of(
                "url", List.of("Enter a valid URL."),
                "price", List.of("Ensure that there are no more than 2 decimal places.")));
  }

  @Test
  void valuesHaveToBeUnique() {
    assertThat(new Tag("java").validate().messages())
        .isEqualTo(Map.of("name", List.of("Tag with this Name already exists.")));
    assertThat(java.validate().isEmpty()).isTrue();
    assertThat(new Post("Again", "alpha", ann).validate().messages())
        .isEqualTo(
            Map.of(
                ValidationErrors.NON_FIELD,
                List.of("Post with this Author and Slug already exists.")));
    assertThat(new Post("Again", "alpha", bob).validate().isEmpty()).isTrue();
  }

  @Test
  void relatedRowsHaveToExist() {
    Category category = new Category("x", "x");
    category.parent.setId(12345);
    assertThat(category.validate().messages())
        .isEqualTo(Map.of("parent", List.of("category instance with id 12345 does not exist.")));
  }

  @Test
  void fullCleanThrows() {
    assertThatThrownBy(() -> new Author().fullClean())
        .isInstanceOf(ValidationException.class)
        .hasMessage("The values are not valid: {name=[This field cannot be null.]}");
  }

  @Test
  void constraintsOfTheTableAreChecked() {
    alpha.views = -1;
    assertThat(alpha.validate(Set.of("views")).isEmpty()).isTrue();
    Promotion promotion = new Promotion("Spring", 120);
    assertThat(promotion.validate().all())
        .extracting(ValidationErrors.Error::code, ValidationErrors.Error::message)
        .containsExactly(tuple("percent_range", "At most 100 percent."));
    Promotion.objects.create(new Promotion("Autumn", 10));
    Promotion same = new Promotion("AUTUMN", 20);
    expectStatements(
        2,
        () ->
            assertThat(same.validate().messages())
                .containsEntry(
                    ValidationErrors.NON_FIELD,
                    List.of("Constraint \u201cblog_promotion_name_ci\u201d is violated.")));
    same.active = false;
    assertThat(same.validate().isEmpty()).isTrue();
  }
}
