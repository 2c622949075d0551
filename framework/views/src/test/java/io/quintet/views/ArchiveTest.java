package io.quintet.views;

import static io.quintet.views.blog.QTalk.talk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.CoreSettings;
import io.quintet.http.routing.Routes;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.Db;
import io.quintet.orm.expr.TemporalColumn;
import io.quintet.orm.migrations.Schema;
import io.quintet.views.blog.Talk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It is Sunday 15 March 2026, 13:00 in Berlin. */
class ArchiveTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Map<String, String> TEMPLATES =
      Map.of(
          "a.html",
          "{{ object_list|join:' ' }}|{% for d in date_list %}{{ d|date:'Y-m-d' }} {% endfor %}",
          "y.html",
          "{{ talks|join:' ' }}|{% for d in date_list %}{{ d|date:'m' }} {% endfor %}"
              + "|{{ year|date:'Y' }}<{{ previous_year|date:'Y' }}>{{ next_year|date:'Y' }}",
          "m.html",
          "{{ talks|join:' ' }}|{% for d in date_list %}{{ d|date:'d' }} {% endfor %}"
              + "|{{ month|date:'Y-m' }}<{{ previous_month|date:'Y-m' }}"
              + ">{{ next_month|date:'Y-m' }}",
          "w.html",
          "{{ talks|join:' ' }}|{{ week|date:'Y-m-d' }}<{{ previous_week|date:'Y-m-d' }}"
              + ">{{ next_week|date:'Y-m-d' }}",
          "d.html",
          "{{ talks|join:' ' }}|{{ day|date:'Y-m-d' }}<{{ previous_day|date:'Y-m-d' }}"
              + ">{{ next_day|date:'Y-m-d' }}|{{ previous_month|date:'Y-m' }}"
              + ">{{ next_month|date:'Y-m' }}",
          "o.html",
          "{{ object }}");

  @TempDir Path folder;
  private TestSite site;

  private static void routes(Routes routes) {
    define(routes, "day/", archive(talk.day));
    define(routes, "local/", archive(talk.local));
    define(routes, "moment/", archive(talk.moment));
    define(routes, "open/", archive(talk.day).allowEmpty().listYears());
    define(routes, "future/", archive(talk.day).allowFuture());
    define(routes, "pages/", archive(talk.day).paginateBy(2));
  }

  private static Archive<Talk> archive(TemporalColumn<Talk, ?> column) {
    return Archive.of(Talk.objects.all(), column).as("talks");
  }

  private static void define(Routes routes, String at, Archive<Talk> archive) {
    routes.path(at, archive.latest("a.html"));
    routes.path(at + "today/", archive.today("d.html"));
    routes.path(at + "<int:year>/", archive.year("y.html"));
    routes.path(at + "<int:year>/iso/<int:week>/", archive.week(WeekFields.ISO, "w.html"));
    routes.path(
        at + "<int:year>/sunday/<int:week>/",
        archive.week(WeekFields.of(DayOfWeek.SUNDAY, 7), "w.html"));
    routes.path(at + "<int:year>/<int:month>/", archive.month("m.html"));
    routes.path(at + "<int:year>/<int:month>/<int:day>/", archive.day("d.html"));
    routes.path(
        at + "<int:year>/<int:month>/<int:day>/<slug:slug>/",
        archive.detail((rows, slug) -> rows.filter(talk.slug.eq((String) slug)), "o.html"));
  }

  @BeforeEach
  void openSite() {
    site =
        TestSite.at(
            Clock.fixed(Instant.parse("2026-03-15T12:00:00Z"), ZoneOffset.UTC),
            builder -> builder.set(CoreSettings.TIME_ZONE, BERLIN),
            folder,
            new DatabaseUrl.Sqlite("test.sqlite3"),
            TEMPLATES,
            ArchiveTest::routes);
    site.call(() -> {
      Db.connection(connection -> {
        Schema.create(connection, Talk.class);
        return null;
      });
      talk("old", "2024-12-30T09:00");
      talk("winter", "2026-01-01T00:30");
      talk("snow", "2026-01-31T23:30");
      talk("early", "2026-03-01T08:00");
      talk("noon", "2026-03-15T12:30");
      talk("tonight", "2026-03-15T20:00");
      return talk("summer", "2026-07-01T10:00");
    });
  }

  @AfterEach
  void close() {
    site.close();
  }

  private static Talk talk(String slug, String time) {
    Talk talk = new Talk();
    talk.slug = slug;
    talk.local = LocalDateTime.parse(time);
    talk.day = talk.local.toLocalDate();
    talk.moment = talk.local.atZone(BERLIN).toInstant();
    talk.save();
    return talk;
  }

  private String page(String target) {
    var response = site.get(target);
    return response.status() == 200 ? response.text() : String.valueOf(response.status());
  }

  @Test
  void theLatestComeFirstWithTheYearsThatHaveSome() {
    assertThat(page("/local/")).isEqualTo("noon early snow winter old|2026-01-01 2024-01-01 ");
    assertThat(page("/moment/")).isEqualTo(page("/local/"));
    assertThat(page("/future/")).startsWith("summer ");
  }

  @Test
  void todayEndsWithTheDayForDaysAndNowForMoments() {
    assertThat(page("/day/today/")).startsWith("tonight noon|2026-03-15<2026-03-01>|");
    assertThat(page("/moment/today/")).startsWith("noon|2026-03-15");
  }

  @Test
  void aYearListsItsMonthsAndItsNeighboursWithRows() {
    assertThat(page("/day/2026/")).isEqualTo("|01 03 |2026<2024>");
    assertThat(page("/moment/2026/")).isEqualTo("|01 03 |2026<2024>");
    assertThat(page("/day/2024/")).isEqualTo("|12 |2024<>2026");
    assertThat(page("/future/2026/")).isEqualTo("|01 03 07 |2026<2024>");
  }

  @Test
  void aYearListsItsRowsIfAsked() {
    assertThat(page("/open/2026/")).isEqualTo("tonight noon early snow winter|01 03 |2026<2025>");
  }

  @Test
  void aMonthListsItsRowsAndDays() {
    assertThat(page("/day/2026/1/")).isEqualTo("snow winter|01 31 |2026-01<2024-12>2026-03");
    assertThat(page("/moment/2026/1/")).isEqualTo("snow winter|01 31 |2026-01<2024-12>2026-03");
    assertThat(page("/day/2026/7/")).isEqualTo("404");
    assertThat(page("/future/2026/7/")).isEqualTo("summer|01 |2026-07<2026-03>");
  }

  @Test
  void aTimeWithoutRowsHasAPageOnlyIfAllowed() {
    assertThat(page("/day/2025/")).isEqualTo("404");
    assertThat(page("/day/2026/2/")).isEqualTo("404");
    assertThat(page("/open/2025/")).isEqualTo("||2025<2024>2026");
    assertThat(page("/open/2026/2/")).isEqualTo("||2026-02<2026-01>2026-03");
    assertThat(page("/open/2026/3/")).endsWith("|2026-03<2026-02>");
    assertThat(page("/open/2026/2/3/"))
        .isEqualTo("|2026-02-03<2026-02-02>2026-02-04|2026-01>2026-03");
  }

  @Test
  void aWeekIsCountedAsAsked() {
    assertThat(page("/day/2025/iso/1/")).isEqualTo("old|2024-12-30<>2025-12-29");
    assertThat(page("/day/2026/iso/11/")).startsWith("tonight noon|2026-03-09<2026-02-23>");
    assertThat(page("/day/2026/sunday/11/")).startsWith("tonight noon|2026-03-15<2026-03-01>");
    assertThat(page("/open/2026/sunday/0/")).startsWith("winter|2025-12-28");
    assertThat(page("/open/2026/iso/53/")).startsWith("|2026-12-28");
    assertThat(page("/open/2025/iso/53/")).isEqualTo("404");
    assertThat(page("/open/2026/iso/0/")).isEqualTo("404");
    assertThat(page("/open/2026/sunday/54/")).isEqualTo("404");
  }

  @Test
  void aDayBeginsAtMidnightOfTheTimeZone() {
    assertThat(page("/moment/2026/1/1/")).startsWith("winter|2026-01-01<2024-12-30>2026-01-31");
    assertThat(page("/moment/2025/12/31/")).isEqualTo("404");
    assertThat(page("/local/2026/1/31/")).startsWith("snow|");
  }

  @Test
  void oneRowIsFoundByItsDayAndAFurtherValue() {
    assertThat(page("/day/2026/1/1/winter/")).isEqualTo("winter");
    assertThat(page("/moment/2026/1/1/winter/")).isEqualTo("winter");
    assertThat(page("/day/2026/1/2/winter/")).isEqualTo("404");
    assertThat(page("/day/2026/7/1/summer/")).isEqualTo("404");
    assertThat(page("/future/2026/7/1/summer/")).isEqualTo("summer");
  }

  @Test
  void listsAreCutIntoPages() {
    assertThat(page("/pages/2026/3/?page=2")).startsWith("early|");
    assertThat(page("/pages/2026/3/?page=3")).isEqualTo("404");
  }

  @Test
  void datesThatAreNoneAreNotFound() {
    for (String date :
        List.of(
            "2026/13",
            "2026/0",
            "2026/2/30",
            "0/1",
            "10000/1",
            "2026/1/1/nobody",
            "999999999999/1/1")) {
      assertThat(page("/open/" + date + "/")).as(date).isEqualTo("404");
    }
    assertThat(page("/open/9999/")).startsWith("||9999");
  }

  @Test
  void onlyReadingIsAnswered() {
    assertThat(site.post("/day/2026/", "").status()).isEqualTo(405);
    assertThat(site.post("/day/", "").status()).isEqualTo(405);
  }

  @Test
  void needsAColumnOfTheModelItself() {
    assertThatThrownBy(() ->
            Archive.of(
                Talk.objects.all(),
                new TemporalColumn<>(new io.quintet.orm.expr.Node.Field(List.of("talk", "day")))))
        .hasMessageStartingWith("An archive needs a date or moment of the model itself, not ");
  }
}
