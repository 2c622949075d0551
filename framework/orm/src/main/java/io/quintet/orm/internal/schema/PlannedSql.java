package io.quintet.orm.internal.schema;

import java.util.ArrayList;
import java.util.List;

/** Keeps statements instead of running them, but looks at the database as it is. */
final class PlannedSql implements SqlRunner {
  private final Live live;
  private final List<String> statements = new ArrayList<>();
  private boolean staged;

  PlannedSql(Live live) {
    this.live = live;
  }

  List<String> statements() {
    return statements;
  }

  /** Whether some of it cannot be part of one transaction. */
  boolean isStaged() {
    return staged;
  }

  @Override
  public void run(String sql) {
    statements.add(sql);
  }

  @Override
  public void boundary() {
    staged = true;
  }

  @Override
  public void alone(String sql) {
    staged = true;
    statements.add(sql);
  }

  @Override
  public void fill(BatchedFill fill) {
    staged = true;
    statements.add("-- In batches along the primary key:");
    statements.add(fill.statement());
  }

  @Override
  public boolean isPlanning() {
    return true;
  }

  @Override
  public List<List<String>> ask(String sql) {
    return live.ask(sql);
  }
}
