package io.quintet.orm;

import static io.quintet.orm.expr.Aggregates.max;
import static io.quintet.orm.fields.QPaint.paint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.annotation.Converted;
import io.quintet.orm.annotation.Row;
import io.quintet.orm.fields.Colour;
import io.quintet.orm.fields.ColourConverter;
import io.quintet.orm.fields.Gloss;
import io.quintet.orm.fields.Litres;
import io.quintet.orm.fields.Paint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Fields of an application's own classes. */
@ParameterizedClass
@EnumSource(Backend.class)
class ConvertedFieldTest extends OrmTest {
  private static final Colour RED = Colour.parse("#ff0000");
  private static final Colour BLUE = Colour.parse("#0000ff");

  private Paint red;
  private Paint blue;

  @Row
  record Swatch(
      @Converted(ColourConverter.class) Colour colour,
      @Converted(Gloss.Number.class) Gloss gloss) {}

  ConvertedFieldTest(Backend backend) {
    super(backend);
  }

  @Override
  void prepare() {
    red = Paint.objects.create(new Paint(RED, Gloss.HIGH, "2.50"));
    blue = new Paint(BLUE, Gloss.MATT, "10.00");
    blue.trim = RED;
    blue.save();
  }

  private static List<Colour> colours(QuerySet<Paint> paints) {
    return paints.list().stream().map(p -> p.colour).toList();
  }

  @Test
  void theColumnHoldsWhatTheConverterMakes() {
    assertThat(Db.query("SELECT colour, gloss FROM fields_paint WHERE id = ?", red.id))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.get("colour")).isEqualTo("#ff0000");
          assertThat(((Number) row.get("gloss")).intValue()).isEqualTo(30);
        });
  }

  @Test
  void aRowIsReadBackAsTheClass() {
    Paint read = Paint.objects.getById(blue.id);
    assertThat(read.colour).isEqualTo(BLUE);
    assertThat(read.trim).isEqualTo(RED);
    assertThat(read.gloss).isEqualTo(Gloss.MATT);
    assertThat(read.content).isEqualTo(Litres.of("10.00"));
    assertThat(Paint.objects.getById(red.id).trim).isNull();
  }

  @Test
  void onlyWhatChangedIsWritten() {
    Paint read = Paint.objects.getById(blue.id);
    expectStatements(0, read::save);
    read.trim = null;
    read.save();
    assertThat(Paint.objects.filter(paint.trim.isNull()).count()).isEqualTo(2);
  }

  @Test
  void conditionsTakeTheClass() {
    assertThat(colours(Paint.objects.filter(paint.colour.eq(RED)))).containsExactly(RED);
    assertThat(colours(Paint.objects.filter(paint.colour.in(RED, BLUE)).orderBy(paint.id.asc())))
        .containsExactly(RED, BLUE);
    assertThat(colours(Paint.objects.exclude("trim", RED))).containsExactly(RED);
    assertThat(colours(Paint.objects.filter("gloss", Gloss.MATT))).containsExactly(BLUE);
  }

  @Test
  void orderIsThatOfWhatIsStored() {
    assertThat(colours(Paint.objects.orderBy(paint.content.desc()))).containsExactly(BLUE, RED);
    assertThat(colours(Paint.objects.filter(paint.gloss.gt(Gloss.SATIN)))).containsExactly(RED);
    assertThat(colours(Paint.objects.filter("content__lt", Litres.of("5.00"))))
        .containsExactly(RED);
  }

  @Test
  void aPlainValueStandsForItToo() {
    assertThat(colours(Paint.objects.filter("colour", "#0000ff"))).containsExactly(BLUE);
    assertThat(colours(Paint.objects.filter("gloss__in", List.of(10, 30)).orderBy(paint.id.asc())))
        .containsExactly(RED, BLUE);
    assertThat(colours(Paint.objects.filter("colour__startswith", "#ff"))).containsExactly(RED);
  }

  @Test
  void valuesAndAggregatesAreOfTheClass() {
    assertThat(Paint.objects.orderBy(paint.id.asc()).values("colour", "gloss").list())
        .containsExactly(
            Map.of("colour", RED, "gloss", Gloss.HIGH),
            Map.of("colour", BLUE, "gloss", Gloss.MATT));
    assertThat(Paint.objects.aggregate(max(paint.content))).isEqualTo(Litres.of("10.00"));
    assertThat(Paint.objects.all().select(paint.colour, paint.gloss).into(Swatch.class).list())
        .contains(new Swatch(RED, Gloss.HIGH));
  }

  @Test
  void allWaysOfWritingConvert() {
    Paint.objects.filter("pk", red.id).update(paint.colour.set(BLUE));
    assertThat(Paint.objects.getById(red.id).colour).isEqualTo(BLUE);
    Paint.objects.filter("pk", red.id).update(Map.of("colour", Colour.WHITE));
    assertThat(Paint.objects.getById(red.id).colour).isEqualTo(Colour.WHITE);
    red.colour = RED;
    Paint.objects.all().bulkUpdate(List.of(red), "colour", "gloss");
    assertThat(Paint.objects.getById(red.id).colour).isEqualTo(RED);
    Paint more = new Paint(BLUE, Gloss.MATT, "3.00");
    Paint.objects.bulkCreate(List.of(more));
    assertThat(Paint.objects.getById(more.id).content).isEqualTo(Litres.of("3.00"));
    more.set("colour", "#00ff00");
    more.set("gloss", 20);
    more.save();
    assertThat(Paint.objects.getById(more.id).colour).isEqualTo(Colour.parse("#00ff00"));
    assertThat(more.gloss).isEqualTo(Gloss.SATIN);
  }

  @Test
  void rulesAreThoseOfWhatIsStored() {
    red.content = Litres.of("1000.01");
    assertThat(red.validate().messages().get("content"))
        .containsExactly("Ensure this value is less than or equal to 1000.");
    red.content = Litres.of("99999.00");
    assertThat(red.validate().messages().get("content"))
        .contains("Ensure that there are no more than 6 digits in total.");
  }

  @Test
  void whatStandsForNoValueIsRefused() {
    assertThatThrownBy(() -> red.set("colour", "red"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("fields.Paint.colour is compared with a Colour, not with a text that is none.");
    Db.execute("UPDATE fields_paint SET gloss = 11 WHERE id = ?", red.id);
    assertThatThrownBy(() -> Paint.objects.getById(red.id))
        .hasStackTraceContaining("The database holds a value that Number turns into no Gloss.");
  }
}
