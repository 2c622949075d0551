package io.quintet.orm.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import io.quintet.orm.migrations.ModelName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "title, title",
    "publishedOn, published_on",
    "htmlURL, html_url",
    "isActive, is_active",
    "a1B, a1_b",
    "with_score, with_score"
  })
  void aColumnIsTheFieldInLowerCaseWithUnderscores(String field, String column) {
    assertThat(Names.column(field, Simple.TEXT)).isEqualTo(column);
    assertThat(
            Names.column(
                field, new ColumnType.ForeignKey(ModelName.parse("a.B"), OnDelete.CASCADE, true)))
        .isEqualTo(column + "_id");
  }

  /** Names that stand in the database of every site made with Django. */
  @Test
  void keysAndIndexesHaveTheNamesThatDjangoGives() {
    assertThat(Names.columnIndex("auth_user_groups", "user_id"))
        .isEqualTo("auth_user_groups_user_id_6a12ed8b");
    assertThat(Names.foreignKey("auth_user_groups", "user_id", "auth_user", "id"))
        .isEqualTo("auth_user_groups_user_id_6a12ed8b_fk_auth_user_id");
    assertThat(Names.uniqueTogether("auth_user_groups", List.of("user_id", "group_id")))
        .isEqualTo("auth_user_groups_user_id_group_id_94350c0c_uniq");
    assertThat(Names.uniqueTogether("django_content_type", List.of("app_label", "model")))
        .isEqualTo("django_content_type_app_label_model_76bd3d3b_uniq");
    assertThat(Names.columnUnique("auth_user", "username")).isEqualTo("auth_user_username_key");
    assertThat(Names.primaryKey("auth_user")).isEqualTo("auth_user_pkey");
  }

  @Test
  void longNamesAreShortenedAsDjangoDoes() {
    assertThat(Names.foreignKey("auth_permission", "content_type_id", "django_content_type", "id"))
        .isEqualTo("auth_permission_content_type_id_2f476e4b_fk_django_co");
    String long1 = "a".repeat(60);
    assertThat(Names.columnUnique(long1, "b".repeat(40))).hasSize(Names.LIMIT).endsWith("b_key");
    assertThat(Names.columnIndex(long1, "b".repeat(40))).hasSizeLessThanOrEqualTo(Names.LIMIT);
    assertThat(Names.table(new ModelName(long1, "Model"))).hasSize(Names.LIMIT);
  }
}
