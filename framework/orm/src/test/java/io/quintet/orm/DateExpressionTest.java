package io.quintet.orm;

import static io.quintet.orm.blog.QEverything.everything;
import static io.quintet.orm.expr.Functions.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.blog.Everything;
import io.quintet.orm.expr.Dates;
import io.quintet.orm.expr.Dates.Part;
import io.quintet.orm.expr.Expression;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class DateExpressionTest extends OrmTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  DateExpressionTest(Backend backend) {
    super(backend);
  }

  private <T> T of(Expression<Everything, T> expression) {
    if (Everything.objects.count() == 0) {
      Everything e = new Everything();
      e.date = LocalDate.of(2021, 1, 3); // a Sunday in the ISO week 53 of 2020
      e.time = LocalTime.of(5, 7, 11, 123_456_000);
      e.local = LocalDateTime.of(2021, 1, 3, 23, 59, 59);
      e.moment = Instant.parse("2021-01-03T20:07:11.123456Z");
      e.span = Duration.ofHours(50);
      e.save();
    }
    return Everything.objects.all().valuesFlat(expression).list().getFirst();
  }

  @Test
  void partsOfDatesAndTimes() {
    Map<Part, Integer> parts =
        Map.ofEntries(
            Map.entry(Part.YEAR, 2021),
            Map.entry(Part.ISO_YEAR, 2020),
            Map.entry(Part.QUARTER, 1),
            Map.entry(Part.MONTH, 1),
            Map.entry(Part.WEEK, 53),
            Map.entry(Part.DAY, 3),
            Map.entry(Part.WEEK_DAY, 1),
            Map.entry(Part.ISO_WEEK_DAY, 7));
    parts.forEach((part, expected) -> {
      assertThat(of(Dates.extract(part, everything.date))).as("%s", part).isEqualTo(expected);
      assertThat(of(Dates.extract(part, everything.moment))).as("%s", part).isEqualTo(expected);
      String lookup = "date__" + part.name().toLowerCase(Locale.ROOT);
      assertThat(Everything.objects.filter(lookup, expected).count()).as(lookup).isEqualTo(1);
      assertThat(Everything.objects.filter(lookup + "__gt", expected).count()).isZero();
    });
    assertThat(of(everything.moment.hour())).isEqualTo(20);
    assertThat(of(everything.moment.minute())).isEqualTo(7);
    assertThat(of(everything.moment.second())).isEqualTo(11);
    assertThat(of(everything.time.second())).isEqualTo(11);
    assertThat(of(everything.local.hour())).isEqualTo(23);
  }

  @Test
  void aMomentIsLookedAtInAZone() {
    assertThat(of(Dates.extract(Part.DAY, everything.moment, TOKYO))).isEqualTo(4);
    assertThat(of(Dates.extract(Part.HOUR, everything.moment, NEW_YORK))).isEqualTo(15);
    assertThat(of(Dates.extract(Part.HOUR, everything.moment, ZoneId.of("+02:00")))).isEqualTo(22);
    assertThat(of(Dates.dateIn(everything.moment, TOKYO))).isEqualTo("2021-01-04");
    assertThat(of(Dates.timeIn(everything.moment, TOKYO))).isEqualTo("05:07:11.123456");
    assertThat(of(Dates.trunc(Part.DAY, everything.moment, TOKYO)))
        .isEqualTo("2021-01-03T15:00:00Z");
    assertThat(of(Dates.trunc(Part.MONTH, everything.moment, NEW_YORK)))
        .isEqualTo("2021-01-01T05:00:00Z");
  }

  @Test
  void datesAndTimesAreCutToAPart() {
    assertThat(of(Dates.trunc(Part.YEAR, everything.date))).isEqualTo("2021-01-01");
    assertThat(of(Dates.trunc(Part.QUARTER, everything.date))).isEqualTo("2021-01-01");
    assertThat(of(Dates.trunc(Part.WEEK, everything.date))).isEqualTo("2020-12-28");
    assertThat(of(Dates.trunc(Part.HOUR, everything.moment))).isEqualTo("2021-01-03T20:00:00Z");
    assertThat(of(Dates.trunc(Part.SECOND, everything.moment))).isEqualTo("2021-01-03T20:07:11Z");
    assertThat(of(Dates.trunc(Part.HOUR, everything.time))).isEqualTo("05:00:00");
    assertThat(of(Dates.trunc(Part.MONTH, everything.moment, LocalDate.class)))
        .isEqualTo("2021-01-01");
    assertThat(of(everything.moment.date())).isEqualTo("2021-01-03");
    assertThat(of(everything.moment.time())).isEqualTo("20:07:11.123456");
    assertThat(of(Dates.trunc(Part.DAY, everything.local))).isEqualTo("2021-01-03T00:00:00");
  }

  @Test
  void transformsChainInNames() {
    of(everything.date);
    assertThat(Everything.objects.filter("moment__date__year", 2021).exists()).isTrue();
    assertThat(Everything.objects.filter("moment__date", LocalDate.of(2021, 1, 3)).exists())
        .isTrue();
    assertThat(Everything.objects.filter("moment__time__gte", LocalTime.of(20, 0)).exists())
        .isTrue();
    assertThat(Everything.objects.filter("moment__month__in", List.of(1, 2)).exists()).isTrue();
    assertThat(Everything.objects.filter("date__day", everything.local.day()).exists()).isTrue();
    assertThat(
            Everything.objects.annotate(everything.date.week().as("w")).filter("w__gt", 52).count())
        .isEqualTo(1);
  }

  @Test
  void theDatabaseKnowsWhatTimeItIs() {
    assertThat(of(now()))
        .isBetween(Instant.now().minusSeconds(3600), Instant.now().plusSeconds(3600));
    assertThat(Everything.objects.filter(everything.moment.lt(now())).exists()).isTrue();
  }

  @Test
  void aDurationHasPartsOnlyWhereTheDatabaseKeepsItAsOne() {
    Expression<Everything, Integer> hours = Dates.extract(Part.HOUR, everything.span);
    if (backend == Backend.SQLITE) {
      assertThatThrownBy(() -> of(hours))
          .isInstanceOf(NotSupportedException.class)
          .hasMessage(
              "SQLite keeps a duration as a number, which has no part \"hour\". Read the duration.");
    } else {
      assertThat(of(hours)).isEqualTo(2);
    }
  }

  @Test
  void partsThatAValueDoesNotHaveAreRefused() {
    assertThatThrownBy(() -> of(Dates.extract(Part.HOUR, everything.date)))
        .isInstanceOf(QueryException.class)
        .hasMessage("The part \"hour\" is asked of a date, which has none.");
    assertThatThrownBy(() -> of(Dates.trunc(Part.YEAR, everything.time)))
        .isInstanceOf(QueryException.class)
        .hasMessage("a time cannot be cut to year as a time.");
    assertThatThrownBy(() -> Dates.trunc(Part.WEEK_DAY, everything.date))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Values are cut to year, quarter, month, week, day, hour, minute or second, not to week_day.");
  }
}
