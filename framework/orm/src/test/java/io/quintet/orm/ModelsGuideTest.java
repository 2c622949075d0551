package io.quintet.orm;

import static io.quintet.orm.arrays.QSurvey.survey;
import static io.quintet.orm.fields.QPaint.paint;
import static io.quintet.orm.places.QPlace.place;
import static io.quintet.orm.places.QRestaurant.restaurant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quintet.orm.arrays.Survey;
import io.quintet.orm.fields.Colour;
import io.quintet.orm.fields.Paint;
import io.quintet.orm.migrations.Schema;
import io.quintet.orm.places.Place;
import io.quintet.orm.places.Restaurant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The chapters of the page about models whose examples are run. */
@ParameterizedClass
@EnumSource(Backend.class)
class ModelsGuideTest extends OrmTest {
  private static final Path GUIDE = Path.of("..", "..", "docs", "topics", "models.md");
  private static final Path TESTS = Path.of("src", "test", "java", "io", "quintet", "orm");
  private static final List<String> CHAPTERS =
      List.of(
          "Models that extend models",
          "Classes of your own: `@Converted`",
          "Arrays of PostgreSQL: `@Array`");

  ModelsGuideTest(Backend backend) {
    super(backend);
  }

  @Test
  void eachSnippetOfTheseChaptersStandsInATest() throws IOException {
    StringBuilder sources = new StringBuilder();
    sources.append(Files.readString(TESTS.resolve("ModelsGuideTest.java")));
    for (String folder : List.of("places", "fields", "arrays")) {
      try (Stream<Path> files = Files.list(TESTS.resolve(folder))) {
        files.forEach(file -> sources.append(read(file)));
      }
    }
    String tested = words(sources.toString());
    for (String chapter : CHAPTERS) {
      List<String> snippets = snippets(chapter);
      assertThat(snippets).hasSizeGreaterThan(1);
      assertThat(snippets).allSatisfy(snippet -> assertThat(tested).contains(words(snippet)));
    }
  }

  private static List<String> snippets(String chapter) {
    String page = read(GUIDE);
    int from = page.indexOf("## " + chapter + "\n");
    assertThat(from).as(chapter).isNotNegative();
    int to = page.indexOf("\n## ", from);
    List<String> found = new ArrayList<>();
    Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
        .matcher(page.substring(from, to))
        .results()
        .forEach(m -> found.add(m.group(1)));
    return found;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String words(String code) {
    return code.replaceAll("//.*", "").replaceAll("\\s+", "");
  }

  @Test
  void aFieldOfAClassOfTheApplication() {
    Colour red = Colour.parse("#ff0000");
    Paint made = Paint.objects.create(new Paint());
    Paint.objects.filter(paint.colour.eq(Colour.WHITE)).update(paint.colour.set(red));
    assertThat(Paint.objects.getById(made.id).colour).isEqualTo(red);
  }

  @Test
  void arrays() {
    assumeTrue(backend == Backend.POSTGRESQL, "Only PostgreSQL has arrays.");
    Db.connection(connection -> {
      Schema.create(connection, Survey.class);
      return true;
    });
    QuerySet<Survey> both = Survey.objects.filter(survey.tags.contains("java", "sql"));
    QuerySet<Survey> few =
        Survey.objects.filter(survey.tags.overlaps("java", "orm"), survey.tags.length().lt(5));
    QuerySet<Survey> first = Survey.objects.filter(survey.tags.at(0).eq("java"));
    Survey.objects.create(new Survey(List.of("java", "sql"), List.of()));
    assertThat(List.of(both, few, first)).allSatisfy(rows -> assertThat(rows.count()).isEqualTo(1));
  }

  @Test
  void aModelThatExtendsAModel() {
    Restaurant inn = new Restaurant("Inn", "I-1", 2);
    inn.save();
    inn.stars = 3;
    inn.save();
    Restaurant.objects.filter(restaurant.name.startswith("I"), restaurant.stars.gt(1)).list();
    Restaurant.objects.filter(restaurant.stars.gt(1)).update(restaurant.seats.set(40));
    inn.delete();
    assertThat(Place.objects.count()).isZero();
  }

  @Test
  void fromTheParentToTheChild() {
    Restaurant.objects.create(new Restaurant("Inn", "I-1", 2));
    Place.objects.filter(place.restaurant().stars.ge(2)).list();
    Place.objects.filter("restaurant__stars__gte", 2).list();
    for (Place each : Place.objects.selectRelated(place.restaurant()).list()) {
      each.related(Restaurant.class, "restaurant").list();
    }
  }
}
