package io.quintet.orm;

import io.quintet.orm.expr.Dates;
import io.quintet.orm.expr.Expression;
import io.quintet.orm.expr.Functions;
import io.quintet.orm.expr.Named;
import io.quintet.orm.expr.Node;
import io.quintet.orm.internal.sql.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a model of which columns may be read in place of entities. Part of {@link QuerySet}.
 *
 * @param <M> the model
 */
public abstract sealed class ColumnRows<M extends Entity> extends Rows<M, M, QuerySet<M>>
    permits WritableRows {
  ColumnRows(Query query) {
    super(query);
  }

  /** This as what it is. */
  abstract QuerySet<M> self();

  /** Columns; choose with {@link Selection#into} what a row becomes. */
  @SafeVarargs
  public final Selection<M, List<@Nullable Object>> select(Expression<M, ?>... columns) {
    List<Query.Output> outputs = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      outputs.add(new Query.Output("column_" + (i + 1), columns[i].node()));
    }
    return Selection.lists(self(), query().outputs(outputs));
  }

  /** Columns by names, each row a map; all columns when none is named. */
  public final Selection<M, Map<String, @Nullable Object>> values(String... names) {
    return Selection.maps(self(), query().outputs(outputs(names)));
  }

  /** Named expressions, each row a map. */
  @SafeVarargs
  public final Selection<M, Map<String, @Nullable Object>> values(
      Named<M, ?> first, Named<M, ?>... more) {
    return Selection.maps(
        self(),
        query()
            .outputs(
                Stream.concat(Stream.of(first), Arrays.stream(more))
                    .map(c -> new Query.Output(c.name(), c.expression().node()))
                    .toList()));
  }

  /** Columns by names, each row a list. */
  public final Selection<M, List<@Nullable Object>> valuesList(String... names) {
    return Selection.lists(self(), query().outputs(outputs(names)));
  }

  /** One column. */
  public final <T> Selection<M, T> valuesFlat(Expression<M, T> column) {
    return Selection.flat(
        self(), query().outputs(List.of(new Query.Output("value", column.node()))));
  }

  /** One column by name. */
  public final Selection<M, @Nullable Object> valuesFlat(String name) {
    return Selection.flat(
        self(), query().outputs(List.of(new Query.Output(name, new Node.Reference(name)))));
  }

  private List<Query.Output> outputs(String... names) {
    return outputs(query(), names);
  }

  /** The columns with these names; without names all fields and annotations. */
  List<Query.Output> outputs(Query of, String... names) {
    if (names.length > 0) {
      return Arrays.stream(names).map(n -> new Query.Output(n, new Node.Reference(n))).toList();
    }
    List<Query.Output> all = new ArrayList<>();
    model()
        .fields()
        .forEach(f -> all.add(new Query.Output(f.name(), new Node.Field(List.of(f.name())))));
    for (Query.Step step : of.steps()) {
      if (step instanceof Query.Step.Annotate a && a.selected()) {
        all.add(new Query.Output(a.name(), new Node.Reference(a.name())));
      }
    }
    return all;
  }

  /**
   * The years, months, weeks or days in which a date field has values, each once.
   *
   * @param part {@code YEAR}, {@code MONTH}, {@code WEEK} or {@code DAY}
   */
  public final Selection<M, LocalDate> dates(String field, Dates.Part part) {
    return Selection.moments(self(), field, Dates.trunc(part, Functions.f(field), LocalDate.class));
  }

  /** The years, months, ... seconds in which a moment field has values, each once. */
  public final Selection<M, Instant> datetimes(String field, Dates.Part part, ZoneId zone) {
    return Selection.moments(
        self(), field, Dates.trunc(part, Functions.f(field), Instant.class, zone));
  }
}
