package io.quintet.benchmarks.engines;

import com.fizzed.rocker.RockerModel;
import com.fizzed.rocker.runtime.ArrayOfByteArraysOutput;
import io.quintet.benchmarks.engines.rocker.Articles;
import io.quintet.benchmarks.engines.rocker.Cells;
import io.quintet.benchmarks.engines.rocker.Inherit;
import io.quintet.benchmarks.engines.rocker.People;
import io.quintet.benchmarks.engines.rocker.Stocks;

/** Rocker, generated when the module is built. */
final class RockerSubject {
  private RockerSubject() {}

  static Subject of(Pages page) {
    return () -> model(page.page()).render(ArrayOfByteArraysOutput.FACTORY).toByteArray();
  }

  private static RockerModel model(Page page) {
    return switch (page) {
      case StocksPage p -> Stocks.template(p.items());
      case ArticlesPage p -> Articles.template(p.title(), p.articles());
      case CellsPage p -> Cells.template(p.rows());
      case PeoplePage p -> People.template(p.people());
      case InheritPage p -> Inherit.template(p.heading(), p.author());
      default -> throw new IllegalArgumentException(page.toString());
    };
  }
}
