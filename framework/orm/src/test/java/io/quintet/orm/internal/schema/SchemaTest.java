package io.quintet.orm.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.Operation;
import io.quintet.orm.migrations.ProjectState;
import io.quintet.orm.migrations.Questioner;
import io.quintet.orm.migrations.Schema;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {
  private static final List<ModelMeta<?>> BLOG = Models.ofApp("blog");

  @ParameterizedTest
  @EnumSource
  void allTablesOfTheModelsAreMade(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      Schema.create(db.connection(), BLOG);
      for (ModelMeta<?> meta : BLOG) {
        assertThat(db.column("SELECT count(*) FROM \"" + meta.table() + "\"")).containsExactly("0");
        meta.fields()
            .forEach(field ->
                db.rows("SELECT \"" + field.column() + "\" FROM \"" + meta.table() + "\""));
        meta.manyToMany().stream()
            .filter(relation -> relation.through().isEmpty())
            .forEach(relation ->
                db.rows(
                    "SELECT \"%s\", \"%s\" FROM \"%s\""
                        .formatted(
                            relation.joinSourceColumn(),
                            relation.joinTargetColumn(),
                            relation.joinTable())));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theMigrationOfTheModelsLeavesNothingToDetect(Vendor vendor) {
    ProjectState models = ProjectState.of(BLOG.stream().map(meta -> ModelStates.of(meta)).toList());
    List<PlannedMigration> planned =
        ChangeFinder.find(
            MigrationGraph.of(List.of()), models, Questioner.refusing(), (_, _) -> null, null);
    assertThat(planned).hasSize(1);
    PlannedMigration first = planned.getFirst();
    Migration initial =
        new Migration("blog", first.id().name()) {
          {
            operations(first.operations().toArray(Operation[]::new));
          }
        };
    try (TestDatabase db = TestDatabase.open(vendor)) {
      History history = new History(db).add(initial).migrate();
      assertThat(
              ChangeFinder.find(
                  history.graph(), models, Questioner.refusing(), (_, _) -> null, null))
          .isEmpty();
      history.back();
    }
  }
}
