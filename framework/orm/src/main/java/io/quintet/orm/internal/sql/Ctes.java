package io.quintet.orm.internal.sql;

import io.quintet.orm.QueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The common table expressions of one SELECT: their definitions, and how they are joined. */
final class Ctes {
  private final SelectCompiler select;
  private final List<CteSource> visible = new ArrayList<>();
  private final List<CteSource> defined = new ArrayList<>();
  private final List<Fragment> joins = new ArrayList<>();

  Ctes(SelectCompiler select) {
    this.select = select;
  }

  /** What the statement around this SELECT has defined. */
  Ctes seeing(List<CteSource> sources) {
    visible.addAll(sources);
    return this;
  }

  List<CteSource> visible() {
    List<CteSource> all = new ArrayList<>(visible);
    all.addAll(defined);
    return all;
  }

  void join(Query.Step.Join step) {
    CteSource source = step.source();
    if (!visible().contains(source)) {
      if (visible().stream().anyMatch(s -> s.table().equals(source.table()))) {
        throw new QueryException(
            "Two common table expressions of one query have the name \"%s\". Name one anew."
                .formatted(source.table().substring("cte_".length())));
      }
      defined.add(source);
    }
    Fragment on = select.nodes().condition(step.condition(), SelectCompiler.any());
    String kind = step.optional() ? " LEFT JOIN " : " INNER JOIN ";
    joins.add(Fragment.sql(kind + source.table() + " ON {}", on));
  }

  boolean isEmpty() {
    return joins.isEmpty();
  }

  /** The joins, after those of relations. */
  Fragment joins() {
    return Fragment.joined(joins, "");
  }

  /** The definitions that stand before the SELECT. */
  Fragment with() {
    boolean recursive = defined.stream().anyMatch(CteSource::isRecursive);
    List<Fragment> definitions =
        defined.stream().map(source -> definition(source, select)).toList();
    return definitions.isEmpty()
        ? Fragment.of("")
        : Fragment.sql(
            (recursive ? "WITH RECURSIVE " : "WITH ") + "{} ", Fragment.joined(definitions, ", "));
  }

  /** The definition of one alone. */
  Fragment only(CteSource source) {
    defined.add(source);
    return with();
  }

  private Fragment definition(CteSource source, SelectCompiler around) {
    List<CteSource> before = new ArrayList<>(visible);
    before.addAll(defined.subList(0, defined.indexOf(source)));
    Fragment rows = around.outputsOf(source.start(), before);
    if (source.isRecursive()) {
      before.add(source);
      rows = Fragment.sql("{} UNION {}", rows, around.outputsOf(source.step(), before));
    }
    String columns =
        String.join(
            ", ", IntStream.range(0, source.columns().size()).mapToObj(CteSource::column).toList());
    return Fragment.sql(source.table() + "(" + columns + ") AS ({})", rows);
  }
}
