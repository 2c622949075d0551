package io.quintet.orm.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.migrations.HistoricalModel;
import io.quintet.orm.migrations.HistoricalRow;
import io.quintet.orm.migrations.Migration;
import io.quintet.orm.migrations.ModelName;
import io.quintet.orm.migrations.ModelOperation;
import io.quintet.orm.migrations.Operation;
import io.quintet.orm.migrations.ProjectState;
import io.quintet.orm.migrations.Questioner;
import io.quintet.orm.places.Pizzeria;
import io.quintet.orm.places.Restaurant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Migrations of models that extend models. */
class InheritedModelsTest {
  private static final List<ModelMeta<?>> PLACES =
      Models.ofApp("places").stream().filter(m -> m.concrete() == m).toList();

  private static final ProjectState MODELS =
      ProjectState.of(PLACES.stream().map(meta -> ModelStates.of(meta)).toList());

  private static PlannedMigration planned() {
    return ChangeFinder.find(
            MigrationGraph.of(List.of()), MODELS, Questioner.refusing(), (_, _) -> null, null)
        .getFirst();
  }

  private static Migration initial(Operation... more) {
    List<Operation> operations = new ArrayList<>(planned().operations());
    operations.addAll(List.of(more));
    return new Migration("places", "0001_initial") {
      {
        operations(operations.toArray(Operation[]::new));
      }
    };
  }

  @Test
  void aParentIsMadeBeforeItsChildWhichPointsToIt() {
    List<String> made =
        planned().operations().stream()
            .filter(ModelOperation.CreateModel.class::isInstance)
            .map(o -> ((ModelOperation.CreateModel) o).model())
            .toList();
    assertThat(made).containsSubsequence("Place", "Restaurant", "Pizzeria");
    assertThat(made).containsSubsequence("Archived", "Letter");
    String source = new MigrationWriter("places.migrations").source(planned());
    assertThat(source)
        .contains("bases(\"places.Place\")")
        .contains("foreignKey(\"placePtr\", \"places.Place\", OnDelete.CASCADE).primaryKey()");
    assertThat(ModelStates.of(Models.of(Restaurant.class)).fields())
        .extracting(f -> f.name())
        .containsExactly("placePtr", "licence", "stars", "cook", "menus");
    assertThat(ModelStates.of(Models.of(Pizzeria.class)).bases())
        .containsExactly(new ModelName("places", "Restaurant"));
  }

  @Test
  void aParentMayBeRenamed() {
    ProjectState renamed =
        MODELS.rename(new ModelName("places", "Place"), new ModelName("places", "Spot"));
    assertThat(renamed.model(new ModelName("places", "Restaurant")).bases())
        .containsExactly(new ModelName("places", "Spot"));
  }

  @ParameterizedTest
  @EnumSource
  void theMigrationLeavesNothingToDetectAndIsTakenBack(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      History history = new History(db).add(initial()).migrate();
      assertThat(
              ChangeFinder.find(
                  history.graph(), MODELS, Questioner.refusing(), (_, _) -> null, null))
          .isEmpty();
      db.run("INSERT INTO places_owner (name) VALUES ('Mia')");
      assertThat(db.column("SELECT count(*) FROM places_pizzeria")).containsExactly("0");
      history.back();
    }
  }

  @ParameterizedTest
  @EnumSource
  void historicalRowsAreReadFromAndWrittenToAllTheirTables(Vendor vendor) {
    try (TestDatabase db = TestDatabase.open(vendor)) {
      Operation work =
          new Operation.RunJava(
              "Places",
              context -> {
                HistoricalModel kinds = context.model("Pizzeria");
                HistoricalRow row =
                    kinds.insert(
                        Map.of(
                            "name",
                            "Etna",
                            "address",
                            "",
                            "seats",
                            4,
                            "version",
                            0,
                            "created",
                            Instant.EPOCH,
                            "changed",
                            Instant.EPOCH,
                            "licence",
                            "E-1",
                            "stars",
                            1,
                            "ovens",
                            2));
                row.set("name", "Vesuvio").set("ovens", 3).save();
                assertThat(kinds.count()).isEqualTo(1);
                assertThat(kinds.where("name", "Vesuvio"))
                    .singleElement()
                    .satisfies(found -> {
                      assertThat(found.number("ovens")).isEqualTo(3);
                      assertThat(found.text("licence")).isEqualTo("E-1");
                    });
                HistoricalRow place =
                    context
                        .model("Place")
                        .insert(
                            Map.of(
                                "name",
                                "Park",
                                "address",
                                "",
                                "seats",
                                0,
                                "version",
                                0,
                                "created",
                                Instant.EPOCH,
                                "changed",
                                Instant.EPOCH));
                HistoricalModel restaurants = context.model("Restaurant");
                HistoricalRow attached =
                    restaurants.insert(
                        Map.of("placePtr", place.number("id"), "licence", "P-1", "stars", 0));
                assertThat(restaurants.all()).hasSize(2);
                assertThat(restaurants.where("licence", "P-1").getFirst().text("name"))
                    .isEqualTo("Park");
                attached.delete();
                assertThat(context.model("Place").count()).isEqualTo(1);
              },
              null);
      new History(db).add(initial(work)).migrate();
      assertThat(db.rows("SELECT p.name, z.ovens FROM places_place p, places_pizzeria z"))
          .containsExactly(List.of("Vesuvio", "3"));
    }
  }
}
