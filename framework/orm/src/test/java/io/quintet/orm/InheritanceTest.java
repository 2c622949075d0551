package io.quintet.orm;

import static io.quintet.orm.expr.Aggregates.avg;
import static io.quintet.orm.expr.Aggregates.count;
import static io.quintet.orm.places.QFeature.feature;
import static io.quintet.orm.places.QOwner.owner;
import static io.quintet.orm.places.QPizzeria.pizzeria;
import static io.quintet.orm.places.QPlace.place;
import static io.quintet.orm.places.QRestaurant.restaurant;
import static io.quintet.orm.places.QVisit.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.places.Feature;
import io.quintet.orm.places.Letter;
import io.quintet.orm.places.Owner;
import io.quintet.orm.places.Pizzeria;
import io.quintet.orm.places.Place;
import io.quintet.orm.places.Restaurant;
import io.quintet.orm.places.Starred;
import io.quintet.orm.places.Visit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Models that extend models: a row in the table of each. */
@ParameterizedClass
@EnumSource(Backend.class)
class InheritanceTest extends OrmTest {
  private Owner mia;
  private Feature garden;
  private Feature lunch;
  private Place park;
  private Restaurant harbour;
  private Restaurant mill;
  private Pizzeria vesuvio;

  InheritanceTest(Backend backend) {
    super(backend);
  }

  @Override
  void prepare() {
    mia = Owner.objects.create(new Owner("Mia"));
    garden = Feature.objects.create(new Feature("garden"));
    lunch = Feature.objects.create(new Feature("lunch"));
    park = Place.objects.create(new Place("Park"));
    harbour = new Restaurant("Harbour", "H-1", 2);
    harbour.owner.set(mia);
    harbour.seats = 40;
    harbour.save();
    harbour.features.add(garden);
    harbour.menus.add(lunch);
    mill = Restaurant.objects.create(new Restaurant("Mill", "M-1", 0));
    vesuvio = new Pizzeria("Vesuvio", "V-1", 3);
    vesuvio.cook.set(mia);
    vesuvio.save();
  }

  private static List<String> names(Iterable<? extends Place> places) {
    List<String> names = new java.util.ArrayList<>();
    places.forEach(p -> names.add(p.name));
    return names;
  }

  @Nested
  class Reading {
    @Test
    void aRowIsReadFromAllItsTablesInOneStatement() {
      expectStatements(
          1,
          () -> {
            Pizzeria found = Pizzeria.objects.get(pizzeria.name.eq("Vesuvio"));
            assertThat(found.ovens).isEqualTo(3);
            assertThat(found.licence).isEqualTo("V-1");
            assertThat(found.id).isEqualTo(vesuvio.id);
            assertThat(found.created).isNotNull();
            assertThat(found.state).isEqualTo("open");
          });
      assertThat(Restaurant.objects.all().sql()).contains(" INNER JOIN ").doesNotContain("LEFT");
    }

    @Test
    void aRowIsOneOfEachModelAboveIt() {
      assertThat(names(Place.objects.all())).containsExactly("Harbour", "Mill", "Park", "Vesuvio");
      assertThat(names(Restaurant.objects.all())).containsExactly("Harbour", "Mill", "Vesuvio");
      assertThat(names(Pizzeria.objects.all())).containsExactly("Vesuvio");
      Place same = Place.objects.getById(harbour.id);
      assertThat(same).isNotEqualTo(harbour).isExactlyInstanceOf(Place.class);
    }

    @Test
    void filtersAndOrdersUseColumnsOfAllTables() {
      assertThat(
              names(
                  Restaurant.objects.filter(restaurant.name.eq("Mill").or(restaurant.stars.gt(1)))))
          .containsExactly("Harbour", "Mill");
      assertThat(names(Restaurant.objects.exclude("name", "Mill").filter("stars__gte", 1)))
          .containsExactly("Harbour", "Vesuvio");
      assertThat(names(Restaurant.objects.orderBy(restaurant.seats.desc(), restaurant.stars.asc())))
          .containsExactly("Harbour", "Mill", "Vesuvio");
      assertThat(names(Pizzeria.objects.filter("licence", "V-1").filter("ovens", 3)))
          .containsExactly("Vesuvio");
    }

    @Test
    void theKeyNeedsNoOtherTable() {
      for (String sql :
          List.of(
              Restaurant.objects.filter(restaurant.id.eq(1L)).unordered().only("stars").sql(),
              Restaurant.objects.filter("pk", 1).unordered().only("stars").sql(),
              Restaurant.objects.filter("placePtr", 1).unordered().only("stars").sql())) {
        assertThat(sql).doesNotContain("JOIN");
      }
      assertThat(Pizzeria.objects.getById(vesuvio.id)).isEqualTo(vesuvio);
      assertThat(Restaurant.objects.filter(restaurant.in(mill, harbour)).count()).isEqualTo(2);
      assertThat(Pizzeria.objects.inBulk(List.of(vesuvio.id))).containsOnlyKeys(vesuvio.id);
    }

    @Test
    void countingAsksOnlyTheTablesThatAreNamed() {
      Db.RecordedQueries plain = Db.recordQueries(() -> Restaurant.objects.count());
      assertThat(plain.toString()).doesNotContain("JOIN");
      assertThat(Restaurant.objects.filter(restaurant.seats.gt(10)).count()).isEqualTo(1);
      assertThat(Restaurant.objects.filter(restaurant.seats.gt(10)).exists()).isTrue();
    }

    @Test
    void valuesAndAggregatesAreOverAllColumns() {
      assertThat(Restaurant.objects.orderBy("name").valuesList("name", "stars").list())
          .containsExactly(List.of("Harbour", 2), List.of("Mill", 0), List.of("Vesuvio", 1));
      assertThat(Restaurant.objects.values().list().getFirst())
          .containsEntry("name", "Harbour")
          .containsEntry("licence", "H-1")
          .containsEntry("placePtr", harbour.id);
      assertThat(Restaurant.objects.aggregate(avg(restaurant.stars))).isEqualTo(1.0);
      assertThat(
              Restaurant.objects
                  .annotate(count(restaurant.features()).as("offers"))
                  .filter("offers", 1)
                  .list())
          .containsExactly(harbour);
      assertThat(
              Restaurant.objects
                  .select(restaurant.owner().name, count(restaurant.id))
                  .orderBy(restaurant.owner().name.asc().nullsLast())
                  .list())
          .first()
          .isEqualTo(List.of("Mia", 1L));
    }

    @Test
    void fieldsOfAnyTableCanBeLeftOut() {
      Restaurant some = Restaurant.objects.all().only("stars").unordered().get("stars", 2);
      assertThat(some.deferredFields()).contains("name", "licence").doesNotContain("stars");
      assertThat(Models.of(Restaurant.class).field("name").get(some)).isEqualTo("Harbour");
      Restaurant other = Restaurant.objects.all().defer("name").get("stars", 2);
      assertThat(other.deferredFields()).containsExactly("name");
      other.refresh("name");
      assertThat(other.name).isEqualTo("Harbour");
      mill.name = "Windmill";
      mill.save();
      Restaurant again = Restaurant.objects.getById(mill.id);
      Place.objects.filter(place.id.eq(mill.id)).update(place.address.set("Hill"));
      again.refresh();
      assertThat(again.address).isEqualTo("Hill");
    }

    @Test
    void rowsOfTwoQueriesArePutTogether() {
      assertThat(
              names(
                  Restaurant.objects
                      .filter(restaurant.name.eq("Mill"))
                      .union(Restaurant.objects.filter(restaurant.stars.eq(2)))
                      .orderBy("name")))
          .containsExactly("Harbour", "Mill");
    }

    @Test
    void pagesContinueAfterARow() {
      Keyset<Restaurant> pages = Restaurant.objects.orderBy("name").keyset(2);
      assertThat(names(pages.page("").rows())).containsExactly("Harbour", "Mill");
      assertThat(names(Restaurant.objects.selectRelated("owner").orderBy("name").limit(2)))
          .containsExactly("Harbour", "Mill");
    }

    @Test
    void rowsAreLockedInAllTables() {
      Db.atomic(() ->
          assertThat(Pizzeria.objects.all().selectForUpdate().get("name", "Vesuvio"))
              .isEqualTo(vesuvio));
    }
  }

  @Nested
  class Relations {
    @Test
    void theChildIsReachedFromTheParent() {
      assertThat(names(Place.objects.filter(place.restaurant().stars.ge(1))))
          .containsExactly("Harbour", "Vesuvio");
      assertThat(names(Place.objects.filter("restaurant__stars__gte", 2)))
          .containsExactly("Harbour");
      assertThat(names(Place.objects.filter("restaurant__pizzeria__ovens", 3)))
          .containsExactly("Vesuvio");
      assertThat(names(Place.objects.filter(place.restaurant().isNull()))).containsExactly("Park");
      assertThat(names(Place.objects.filter(place.restaurant().name.eq("Mill"))))
          .containsExactly("Mill");
    }

    @Test
    void aParentReadsItsChildForAllRowsAtOnce() {
      expectStatements(
          2,
          () -> {
            for (Place each : Place.objects.list()) {
              Object child = Models.of(Place.class).property(each, "restaurant");
              assertThat(child instanceof Restaurant).isEqualTo(!each.name.equals("Park"));
            }
          });
      expectStatements(
          1,
          () -> {
            for (Place each : Place.objects.selectRelated(place.restaurant()).list()) {
              boolean eats = !each.related(Restaurant.class, "restaurant").list().isEmpty();
              assertThat(eats).isEqualTo(!each.name.equals("Park"));
            }
          });
    }

    @Test
    void theParentIsARelationOfTheChild() {
      assertThat(Restaurant.objects.filter(restaurant.placePtr().name.eq("Mill")).get())
          .isEqualTo(mill);
      Restaurant found = Restaurant.objects.selectRelated("placePtr").get("name", "Mill");
      Object parent = Models.of(Restaurant.class).property(found, "placePtr");
      assertThat(parent).isEqualTo(Place.objects.getById(mill.id));
      assertThat(Restaurant.objects.filter(restaurant.placePtr().name.eq("Mill")).sql())
          .containsOnlyOnce("JOIN");
    }

    @Test
    void relationsOfTheParentAreThoseOfTheChild() {
      Restaurant found = Restaurant.objects.selectRelated("owner", "cook").get("name", "Harbour");
      expectStatements(0, () -> assertThat(found.owner.get()).isEqualTo(mia));
      assertThat(names(Restaurant.objects.filter(restaurant.owner().name.eq("Mia"))))
          .containsExactly("Harbour");
      assertThat(names(Restaurant.objects.filter(restaurant.features().name.eq("garden"))))
          .containsExactly("Harbour");
      assertThat(names(Restaurant.objects.exclude(restaurant.features().name.eq("garden"))))
          .containsExactly("Mill", "Vesuvio");
      assertThat(found.features.list()).containsExactly(garden);
      assertThat(found.menus.list()).containsExactly(lunch);
      expectStatements(
          3,
          () -> {
            for (Restaurant r : Restaurant.objects.prefetchRelated("features", "menus").list()) {
              assertThat(r.features.list()).hasSizeLessThan(2);
              assertThat(r.menus.list()).hasSizeLessThan(2);
            }
          });
    }

    @Test
    void rowsThatPointHerePointToTheirOwnModel() {
      assertThat(names(mia.related(Place.class, "places").list())).containsExactly("Harbour");
      assertThat(names(mia.related(Restaurant.class, "cooksIn").list())).containsExactly("Vesuvio");
      assertThat(Owner.objects.filter(owner.places().restaurant().stars.eq(2)).get())
          .isEqualTo(mia);
      assertThat(Owner.objects.filter("cooksIn__name", "Vesuvio").get()).isEqualTo(mia);
      assertThat(Feature.objects.filter(feature.restaurants().name.eq("Harbour")).get())
          .isEqualTo(lunch);
      Visit both = Visit.objects.create(new Visit(harbour, harbour));
      assertThat(harbour.related(Visit.class, "visits").list()).containsExactly(both);
      assertThat(harbour.related(Visit.class, "meals").list()).containsExactly(both);
      assertThat(Restaurant.objects.filter(restaurant.visits().id.gt(0L)).get()).isEqualTo(harbour);
      assertThat(Visit.objects.filter(visit.restaurant().name.eq("Harbour")).get()).isEqualTo(both);
      Visit read = Visit.objects.selectRelated("restaurant__owner").get();
      expectStatements(
          0,
          () -> {
            assertThat(read.restaurant.get().name).isEqualTo("Harbour");
            assertThat(read.restaurant.get().owner.get().name).isEqualTo("Mia");
          });
      Visit.objects.create(new Visit(park, null));
      assertThat(Visit.objects.selectRelated("restaurant").list())
          .extracting(v -> v.restaurant.get() == null)
          .containsExactlyInAnyOrder(true, false);
    }
  }

  @Nested
  class Writing {
    @Test
    void savingWritesOnlyTheTablesThatChange() {
      Letter letter = Letter.objects.create(new Letter("Hello"));
      expectStatements(0, () -> letter.save());
      letter.subject = "Bye";
      expectStatements(1, () -> Db.atomic(() -> letter.save()));
      harbour.stars = 3;
      Db.RecordedQueries own = Db.recordQueries(() -> harbour.save());
      assertThat(own.toString()).contains("places_restaurant").contains("version");
      Restaurant read = Restaurant.objects.getById(harbour.id);
      assertThat(read.stars).isEqualTo(3);
      assertThat(read.version).isEqualTo(harbour.version).isEqualTo(1);
      read.name = "Port";
      Db.RecordedQueries inherited = Db.recordQueries(() -> read.save());
      assertThat(inherited.toString()).doesNotContain("places_restaurant");
      assertThat(Place.objects.getById(harbour.id).name).isEqualTo("Port");
    }

    @Test
    void whatSomeoneElseChangedIsNoticedWhicheverTableItStandsIn() {
      Restaurant mine = Restaurant.objects.getById(harbour.id);
      Place theirs = Place.objects.getById(harbour.id);
      theirs.address = "Quay";
      theirs.save();
      mine.stars = 5;
      assertThatThrownBy(mine::save).isInstanceOf(StaleEntityException.class);
      assertThat(Restaurant.objects.getById(harbour.id).stars).isEqualTo(2);
    }

    @Test
    void aRowThatCannotBeInsertedWholeIsNotInsertedAtAll() {
      Restaurant twice = new Restaurant("New", "H-1", 1);
      assertThatThrownBy(() -> Db.atomic(twice::save))
          .isInstanceOfSatisfying(
              IntegrityException.class, e -> assertThat(e.fields()).containsExactly("licence"));
      assertThat(Place.objects.filter(place.name.eq("New")).exists()).isFalse();
      assertThatThrownBy(() -> Db.atomic(() -> new Restaurant("Park", "P-1", 1).save()))
          .isInstanceOfSatisfying(
              IntegrityException.class, e -> assertThat(e.fields()).containsExactly("name"));
    }

    @Test
    void aPlaceBecomesARestaurantWhenOneIsSavedWithItsKey() {
      Restaurant made = new Restaurant("Park", "P-1", 1);
      made.id = park.id;
      made.created = park.created;
      made.save();
      assertThat(Place.objects.count()).isEqualTo(4);
      assertThat(Restaurant.objects.getById(park.id).licence).isEqualTo("P-1");
    }

    @Test
    void manyRowsAreUpdatedEachColumnInItsTable() {
      assertThat(Restaurant.objects.filter(restaurant.stars.ge(1)).update(restaurant.seats.set(7)))
          .isEqualTo(2);
      assertThat(Place.objects.filter(place.seats.eq(7)).count()).isEqualTo(2);
      assertThat(
              Restaurant.objects
                  .filter(restaurant.name.eq("Mill"))
                  .update(
                      restaurant.name.set("Windmill"),
                      restaurant.stars.set(restaurant.stars.plus(4)),
                      restaurant.seats.set(restaurant.seats.plus(1))))
          .isEqualTo(1);
      mill.refresh();
      assertThat(mill.name).isEqualTo("Windmill");
      assertThat(mill.stars).isEqualTo(4);
      assertThat(mill.seats).isEqualTo(1);
      assertThat(mill.version).isEqualTo(1);
      assertThat(Pizzeria.objects.all().update(Map.of("name", "Etna", "stars", 2, "ovens", 9)))
          .isEqualTo(1);
      vesuvio.refresh();
      assertThat(vesuvio.name + vesuvio.stars + vesuvio.ovens).isEqualTo("Etna29");
      assertThat(Restaurant.objects.orderBy("-stars").limit(1).update(Map.of("address", "top")))
          .isEqualTo(1);
      assertThat(Place.objects.get("address", "top").name).isEqualTo("Windmill");
      assertThat(Restaurant.objects.none().update(Map.of("name", "x", "stars", 1))).isZero();
    }

    @Test
    void aColumnIsNotSetToThatOfAnotherTable() {
      assertThatThrownBy(
              () -> Restaurant.objects.all().update(restaurant.seats.set(restaurant.stars)))
          .isInstanceOf(QueryException.class)
          .hasMessage(
              "seats of places.Restaurant stands in the table of places.Place and is set to an expression with \"stars\", which does not. Read the value first, or use scalar(subquery).");
    }

    @Test
    void manyRowsAreCreatedInAStatementForEachTable() {
      List<Pizzeria> many =
          List.of(
              new Pizzeria("A", "A-1", 1), new Pizzeria("B", "B-1", 2), new Pizzeria("C", "C", 3));
      expectStatements(3, () -> Db.atomic(() -> Pizzeria.objects.all().bulkCreate(many)));
      assertThat(many).extracting(p -> p.id).doesNotContain(0L).doesNotHaveDuplicates();
      assertThat(Pizzeria.objects.filter(pizzeria.ovens.eq(2)).get().name).isEqualTo("B");
      many.forEach(p -> {
        p.ovens++;
        p.name += "!";
      });
      assertThat(Pizzeria.objects.all().bulkUpdate(many, "ovens", "name")).isEqualTo(3);
      assertThat(Pizzeria.objects.get("name", "B!").ovens).isEqualTo(3);
      assertThatThrownBy(
              () -> Pizzeria.objects.all().bulkCreateIgnoringConflicts(List.of(new Pizzeria())))
          .isInstanceOf(QueryException.class)
          .hasMessage(
              "bulkCreate cannot ignore rows of places.Pizzeria that are there already: each is in the tables of places.Place and places.Restaurant and places.Pizzeria. Create them plainly, or save them one by one.");
    }

    @Test
    void aRowIsMadeUnlessItExists() {
      Created<Restaurant> found =
          Restaurant.objects.all().getOrCreate(Map.of("name", "Mill"), Map.of("licence", "none"));
      assertThat(found.created()).isFalse();
      Created<Restaurant> made =
          Restaurant.objects
              .all()
              .updateOrCreate(Map.of("name", "Inn"), Map.of("licence", "I-1", "seats", 12));
      assertThat(made.created()).isTrue();
      assertThat(Place.objects.get("name", "Inn").seats).isEqualTo(12);
    }

    @Test
    void valuesAreCheckedAcrossTables() {
      Restaurant bad = new Restaurant("Park", "M-1", 1);
      bad.seats = 5000;
      ValidationErrors errors = bad.validate();
      assertThat(errors.of("name"))
          .extracting(e -> e.message())
          .containsExactly("Restaurant with this Name already exists.");
      assertThat(errors.of("licence"))
          .extracting(e -> e.message())
          .containsExactly("Restaurant with this Licence already exists.");
      assertThat(errors.of(ValidationErrors.NON_FIELD))
          .extracting(e -> e.message())
          .containsExactly("So many seats are no place.");
      assertThat(harbour.validate().isEmpty()).isTrue();
    }
  }

  @Nested
  class Deleting {
    @Test
    void aRowGoesFromAllItsTables() {
      assertThat(vesuvio.delete())
          .isEqualTo(Map.of("places.Pizzeria", 1L, "places.Restaurant", 1L, "places.Place", 1L));
      assertThat(vesuvio.id).isZero();
      assertThat(names(Place.objects.all())).containsExactly("Harbour", "Mill", "Park");
      assertThat(Restaurant.objects.count()).isEqualTo(2);
    }

    @Test
    void withAParentGoesItsChild() {
      assertThat(Place.objects.getById(harbour.id).delete())
          .isEqualTo(
              Map.of(
                  "places.Place", 1L,
                  "places.Restaurant", 1L,
                  "places.Place_features", 1L,
                  "places.Restaurant_menus", 1L));
      assertThat(names(Restaurant.objects.all())).containsExactly("Mill", "Vesuvio");
      assertThat(Restaurant.objects.filter(restaurant.stars.eq(0)).delete()).isEqualTo(2);
      assertThat(names(Place.objects.all())).containsExactly("Park", "Vesuvio");
    }

    @Test
    void theRulesOfRelationsToAllTablesCount() {
      Visit.objects.create(new Visit(harbour, null));
      Visit.objects.create(new Visit(mill, mill));
      assertThat(harbour.delete()).containsEntry("places.Visit", 1L);
      assertThatThrownBy(() -> Place.objects.getById(mill.id).delete())
          .isInstanceOf(ProtectedException.class)
          .hasMessage(
              "Cannot delete: 1 row(s) still point there by places.Visit.restaurant. Delete or change them first.");
      assertThatThrownBy(mill::delete).isInstanceOf(ProtectedException.class);
      assertThat(mia.delete()).containsEntry("places.Owner", 1L);
      vesuvio.refresh();
      assertThat(vesuvio.cook.isSet()).isFalse();
    }

    @Test
    void withAnOwnerGoAllKindsOfPlaces() {
      vesuvio.owner.set(mia);
      vesuvio.save();
      Deletion deletion = mia.deletion();
      assertThat(deletion.counts())
          .containsEntry("places.Place", 2L)
          .containsEntry("places.Restaurant", 2L)
          .containsEntry("places.Pizzeria", 1L);
      deletion.execute();
      assertThat(names(Place.objects.all())).containsExactly("Mill", "Park");
    }

    @Test
    void aRowIsMarkedInTheTableThatHasTheMark() {
      Letter letter = Letter.objects.create(new Letter("Hello"));
      letter.delete();
      assertThat(Letter.objects.count()).isZero();
      assertThat(Letter.objects.all().withDeleted().get().subject).isEqualTo("Hello");
      letter.keeper.set(mia);
      letter.save();
      assertThat(mia.related(io.quintet.orm.places.Archived.class, "archive").count()).isZero();
      assertThat(Owner.objects.filter("archive__letter__subject", "Hello").count()).isZero();
      letter.deleted = null;
      letter.save();
      assertThat(Owner.objects.filter("archive__letter__subject", "Hello").count()).isEqualTo(1);
      assertThat(letter.hardDelete()).isEqualTo(Map.of("places.Letter", 1L, "places.Archived", 1L));
    }
  }

  @Test
  void aProxyOfAChildIsAnotherViewOfItsRows() {
    assertThat(names(Starred.objects.all())).containsExactly("Harbour", "Vesuvio");
    Starred first = Starred.objects.all().first().orElseThrow();
    assertThat(first).isEqualTo(harbour);
    first.name = "Quay";
    first.stars = 4;
    first.save();
    harbour.refresh();
    assertThat(harbour.name + harbour.stars).isEqualTo("Quay4");
    assertThat(Starred.objects.filter("owner__name", "Mia").count()).isEqualTo(1);
    assertThat(Starred.objects.all().update(Map.of("seats", 3))).isEqualTo(2);
  }

  @Test
  void metadataTellsTheTables() {
    ModelMeta<Pizzeria> meta = Models.of(Pizzeria.class);
    assertThat(meta.lineage())
        .extracting(ModelMeta::table)
        .containsExactly("places_place", "places_restaurant", "places_pizzeria");
    assertThat(meta.ownFields())
        .extracting(f -> f.column())
        .containsExactly("restaurant_ptr_id", "ovens");
    assertThat(meta.primaryKey().name()).isEqualTo("restaurantPtr");
    assertThat(meta.field("name").model()).isEqualTo(Models.of(Place.class));
    assertThat(meta.ordering()).containsExactly("-ovens");
    assertThat(Models.of(Restaurant.class).ordering()).containsExactly("name");
  }
}
