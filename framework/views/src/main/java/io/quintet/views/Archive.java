package io.quintet.views;

import io.quintet.http.NotFound;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View;
import io.quintet.http.View1;
import io.quintet.http.View2;
import io.quintet.http.View3;
import io.quintet.http.View4;
import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import io.quintet.orm.expr.TemporalColumn;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a model by date: the latest, and those of a year, a month, a week, a day.
 *
 * <pre>{@code
 * static final Archive<Post> ARCHIVE =
 *     Archive.of(Post.objects.all(), post.published).as("posts");
 *
 * routes.path("", ARCHIVE.latest("blog/archive.html"));
 * routes.path("<int:year>/", ARCHIVE.year("blog/year.html"));
 * routes.path("<int:year>/<int:month>/", ARCHIVE.month("blog/month.html"));
 * routes.path("<int:year>/week/<int:week>/", ARCHIVE.week(WeekFields.ISO, "blog/week.html"));
 * routes.path("<int:year>/<int:month>/<int:day>/", ARCHIVE.day("blog/day.html"));
 * routes.path("today/", ARCHIVE.today("blog/day.html"));
 * routes.path(
 *     "<int:year>/<int:month>/<int:day>/<slug:slug>/",
 *     ARCHIVE.detail((rows, slug) -> rows.filter(post.slug.eq(slug)), "blog/detail.html"));
 * }</pre>
 *
 * <p>Rows of the future do not exist for these pages, and a time without rows answers 404, unless
 * {@link #allowFuture} and {@link #allowEmpty} say otherwise. A moment is looked at in the current
 * time zone. Templates find the rows as {@code object_list} (and under the name given), {@code
 * date_list}, the time as {@code year}, {@code month}, {@code week} or {@code day} (its first day),
 * and its neighbours that have rows as {@code previous_month}, {@code next_month} and so on, which
 * are null where there is none.
 *
 * @param <M> the model
 */
public final class Archive<M extends Entity> {
  private final Function<Request, QuerySet<M>> rows;
  private final String field;
  private final boolean future;
  private final boolean empty;
  private final boolean yearRows;
  private final int perPage;
  private final String name;
  private final Extra extra;

  private Archive(
      Function<Request, QuerySet<M>> rows,
      String field,
      boolean future,
      boolean empty,
      boolean yearRows,
      int perPage,
      String name,
      Extra extra) {
    this.rows = rows;
    this.field = field;
    this.future = future;
    this.empty = empty;
    this.yearRows = yearRows;
    this.perPage = perPage;
    this.name = name;
    this.extra = extra;
  }

  /** The rows of a query that is the same for every request, by a date or moment of theirs. */
  public static <M extends Entity> Archive<M> of(QuerySet<M> rows, TemporalColumn<M, ?> date) {
    return from(request -> rows, date);
  }

  /** The rows of a query that depends on the request, such as on its user. */
  public static <M extends Entity> Archive<M> from(
      Function<Request, QuerySet<M>> rows, TemporalColumn<M, ?> date) {
    return new Archive<>(
        rows, ArchiveDates.name(date.node()), false, false, false, 0, "object_list", Extra.none());
  }

  /** Rows of the future are shown, too. */
  public Archive<M> allowFuture() {
    return new Archive<>(rows, field, true, empty, yearRows, perPage, name, extra);
  }

  /** A time without rows has a page, too; its neighbours are the next ones of the calendar. */
  public Archive<M> allowEmpty() {
    return new Archive<>(rows, field, future, true, yearRows, perPage, name, extra);
  }

  /** The page of a year lists its rows, too, and not only its months. */
  public Archive<M> listYears() {
    return new Archive<>(rows, field, future, empty, true, perPage, name, extra);
  }

  /** Cuts the lists into pages of this many rows. */
  public Archive<M> paginateBy(int rowsPerPage) {
    return new Archive<>(rows, field, future, empty, yearRows, rowsPerPage, name, extra);
  }

  /** Sets a name for the rows in the template, beside {@code object_list}. */
  public Archive<M> as(String name) {
    return new Archive<>(rows, field, future, empty, yearRows, perPage, name, extra);
  }

  /** Adds values to the pages. */
  public Archive<M> with(Function<Request, ? extends Map<String, ?>> values) {
    return new Archive<>(rows, field, future, empty, yearRows, perPage, name, extra.and(values));
  }

  /** All rows, the latest first, with the years as {@code date_list}, the latest first. */
  public View latest(String template) {
    return request -> {
      Methods.requireSafe(request);
      ArchiveDates<M> dates = dates(request);
      QuerySet<M> found = dates.until(dates.rows());
      requireSome(found);
      Map<String, @Nullable Object> values = list(request, found);
      List<LocalDate> years = dates.list(found, ArchivePeriod.Unit.YEAR);
      values.put("date_list", years.reversed());
      return page(request, template, values);
    };
  }

  /** A year: its months as {@code date_list}, and its rows with {@link #listYears}. */
  public View1<Long> year(String template) {
    return (request, year) ->
        period(request, ArchivePeriod.year(year), ArchivePeriod.Unit.MONTH, yearRows, template);
  }

  /** A month: its rows, and its days that have some as {@code date_list}. */
  public View2<Long, Long> month(String template) {
    return (request, year, month) ->
        period(request, ArchivePeriod.month(year, month), ArchivePeriod.Unit.DAY, true, template);
  }

  /**
   * A week of a year: its rows.
   *
   * @param count how weeks are counted: {@link WeekFields#ISO}; {@code WeekFields.of(SUNDAY, 7)} as
   *     Django's {@code %U}, {@code WeekFields.of(MONDAY, 7)} as its {@code %W}, where the days
   *     before the first whole week are week 0
   */
  public View2<Long, Long> week(WeekFields count, String template) {
    return (request, year, week) ->
        period(request, ArchivePeriod.week(count, year, week), null, true, template);
  }

  /** A day: its rows. */
  public View3<Long, Long, Long> day(String template) {
    return (request, year, month, day) ->
        period(request, ArchivePeriod.day(year, month, day), null, true, template);
  }

  /** The present day in the current time zone: its rows. */
  public View today(String template) {
    return request ->
        period(request, ArchivePeriod.of(dates(request).today()), null, true, template);
  }

  /**
   * One row of a day, as {@code object}.
   *
   * @param find narrows the rows of the day by a further value of the path
   */
  public <A> View4<Long, Long, Long, A> detail(
      BiFunction<QuerySet<M>, A, QuerySet<M>> find, String template) {
    return (request, year, month, day, value) -> {
      Methods.requireSafe(request);
      ArchiveDates<M> dates = dates(request);
      ArchivePeriod asked = ArchivePeriod.day(year, month, day);
      if (!future && asked.start().isAfter(dates.today())) {
        throw new NotFound("%s is in the future.".formatted(asked.start()));
      }
      M row = Shortcuts.getOr404(find.apply(dates.within(dates.rows(), asked), value));
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      values.put("object", row);
      values.put(name.equals("object_list") ? "object" : name, row);
      return page(request, template, values);
    };
  }

  private Response period(
      Request request,
      ArchivePeriod asked,
      ArchivePeriod.@Nullable Unit list,
      boolean listsRows,
      String template) {
    Methods.requireSafe(request);
    ArchiveDates<M> dates = dates(request);
    QuerySet<M> found = dates.until(dates.within(dates.rows(), asked));
    requireSome(found);
    Map<String, @Nullable Object> values = list(request, listsRows ? found : found.none());
    values.put("date_list", list == null ? null : dates.list(found, list));
    values.put(asked.unit().word(), asked.start());
    neighbours(values, dates, asked);
    if (asked.unit() == ArchivePeriod.Unit.DAY) {
      neighbours(values, dates, asked.month());
    }
    return page(request, template, values);
  }

  private void neighbours(
      Map<String, @Nullable Object> values, ArchiveDates<M> dates, ArchivePeriod asked) {
    String unit = asked.unit().word();
    values.put("next_" + unit, dates.neighbour(asked, true, empty));
    values.put("previous_" + unit, dates.neighbour(asked, false, empty));
  }

  private ArchiveDates<M> dates(Request request) {
    return new ArchiveDates<>(rows.apply(request), field, future);
  }

  private void requireSome(QuerySet<M> found) {
    if (!empty && !found.exists()) {
      throw new NotFound("No %s available.".formatted(found.model().verboseNamePlural()));
    }
  }

  private Map<String, @Nullable Object> list(Request request, QuerySet<M> found) {
    return RowsPage.values(request, found.orderBy("-" + field, "-pk"), perPage, name);
  }

  private Response page(Request request, String template, Map<String, @Nullable Object> values) {
    return Shortcuts.render(request, template, extra.over(request, values));
  }
}
