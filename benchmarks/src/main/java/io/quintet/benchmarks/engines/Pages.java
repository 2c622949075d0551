package io.quintet.benchmarks.engines;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The pages that every engine renders. */
public enum Pages {
  /** The stocks table of the well-known template benchmark: 20 rows. */
  STOCKS(new StocksPage(IntStream.rangeClosed(1, 20).mapToObj(Pages::stock).toList())),
  /** A list of 20 articles with their authors and tags. */
  ARTICLES(
      new ArticlesPage(
          "Articles & notes", IntStream.range(0, 20).mapToObj(Pages::article).toList())),
  /** A table of 1,000 cells, each with three filters. */
  CELLS(new CellsPage(IntStream.range(0, 50).mapToObj(Pages::row).toList())),
  /** Text outside of Latin-1. */
  PEOPLE(new PeoplePage(IntStream.range(0, 30).mapToObj(Pages::person).toList())),
  /** Mostly static text, through three levels of inheritance. */
  INHERIT(new InheritPage("Terms & conditions", "Barbara Darcy"));

  private final Page page;

  Pages(Page page) {
    this.page = page;
  }

  /** The values. */
  public Page page() {
    return page;
  }

  /** The name of its templates. */
  public String file() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  private static Stock stock(int number) {
    double change = (number % 3 == 0 ? -1 : 1) * (number * 37 % 100) / 100.0;
    return new Stock(
        number,
        "Company " + number + (number % 4 == 0 ? " & Sons <Ltd>" : " Incorporated"),
        "http://www.company" + number + ".example/",
        "CMP" + number,
        (1001 + number * 725) / 100.0,
        change,
        change / 4);
  }

  private static Article article(int number) {
    return new Article(
        "How we teach part " + number + (number % 2 == 0 ? " <new>" : ""),
        "how-we-teach-" + number,
        new Writer("Ann & Bob " + number, "ann-bob-" + number),
        "2026-01-" + (10 + number % 20),
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit & sed do eiusmod tempor. "
            .repeat(3),
        List.of("java", "teaching", "number " + number),
        number % 5 == 0);
  }

  private static Row row(int number) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      cells.add(new Cell("Cell " + number + "/" + i, "Note & more " + (number * i)));
    }
    return new Row(cells);
  }

  private static Person person(int number) {
    return new Person(
        "Анна Иванова " + number,
        number % 2 == 0 ? "Москва" : "東京",
        "Преподаёт математику и физику & любит <шахматы>; 数学と物理を教えています。");
  }
}
