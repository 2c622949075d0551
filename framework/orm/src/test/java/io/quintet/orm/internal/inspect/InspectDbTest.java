package io.quintet.orm.internal.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.orm.internal.schema.Catalogue;
import io.quintet.orm.internal.schema.SqlRunner;
import io.quintet.orm.internal.schema.TestDatabase;
import io.quintet.orm.internal.schema.Vendor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person does with a database that is there: inspect it, take it over, go on with it. */
@ParameterizedClass
@EnumSource(Vendor.class)
class InspectDbTest {
  private final Vendor vendor;
  private TestDatabase database;
  private Workplace place;
  @TempDir Path folder;

  InspectDbTest(Vendor vendor) {
    this.vendor = vendor;
  }

  @BeforeEach
  void makeTables() {
    database = TestDatabase.open(vendor);
    new OldShop(vendor).statements().forEach(database::run);
    place = new Workplace(folder);
    place.app("shop", "old.shop");
    place.compile();
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @Test
  void theModelsCompileAndTheirTablesAreThoseThatWereInspected() {
    String said = run("inspectdb", "--app", "shop", "--output", Workplace.SOURCES);
    System.out.println(said);
    System.out.println(place.read("old.shop.Book"));
    System.out.println(place.read("old.shop.Person"));
    System.out.println(place.read("old.shop.Publisher"));
    place.compile();
    try (TestDatabase fresh = TestDatabase.open(vendor)) {
      place.create(fresh.siteUrl(), "shop");
      System.out.println("MISSING " + String.join("\n  ", differences(database, fresh)));
      System.out.println("NEW " + String.join("\n  ", differences(fresh, database)));
    }
    System.out.println(run("makemigrations"));
    place.compile();
    System.out.println(run("migrate", "--fake-initial"));
    System.out.println(run("makemigrations"));
  }

  private String run(String... arguments) {
    return place.run(database.siteUrl(), arguments);
  }

  /** What one database has and another has not, whatever constraints and indexes are called. */
  private static Set<String> differences(TestDatabase one, TestDatabase other) {
    Set<String> found = new TreeSet<>(lines(one));
    found.removeAll(lines(other));
    return found;
  }

  private static List<String> lines(TestDatabase database) {
    List<String> lines = new ArrayList<>();
    for (Catalogue.Table table :
        Catalogue.read(database.vendor(), new SqlRunner.Live(database.connection()))
            .tables()
            .values()) {
      String name = table.name() + " ";
      lines.add(name + "key " + table.primaryKey());
      table
          .columns()
          .forEach(
              c ->
                  lines.add(
                      name
                          + "column %s %s%s%s%s"
                              .formatted(
                                  c.name(),
                                  c.type(),
                                  c.nullable() ? "" : " mandatory",
                                  c.defaultSql() == null ? "" : " default " + c.defaultSql(),
                                  c.counted() ? " counted" : "")));
      table.uniques().forEach(u -> lines.add(name + "unique " + u.columns()));
      table.foreignKeys().forEach(k -> lines.add(name + "key of " + k.column() + " to " + k.targetTable()));
      table
          .checks()
          .forEach(
              c ->
                  lines.add(
                      name + "check " + c.condition().replaceAll("[\\s()\"`]", "").toLowerCase(Locale.ROOT)));
      table
          .indexes()
          .forEach(i -> lines.add(name + (i.unique() ? "unique" : "index") + " " + IndexParts.of(i)));
    }
    return lines;
  }
}
