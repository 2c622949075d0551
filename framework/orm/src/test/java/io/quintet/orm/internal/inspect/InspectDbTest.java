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
    String said = inspect();
    assertThat(said)
        .contains(
            "! shop_line is left out: its primary key has several columns (order_no, place).",
            "! shop_log is left out: it has no primary key. Add one, for example: ",
            "! Views are left out: shop_titles. --views brings them.",
            "! shop_book: Not modelled: column \"twice\", the database computes it: ",
            "! shop_book: Not modelled: column \"order-no\", its name has other characters",
            "! shop_parcel: The database keeps, and the model does not say: FOREIGN KEY (order_no, place)")
        .endsWith("= 0\n");
    place.compile();
    try (TestDatabase fresh = TestDatabase.open(vendor)) {
      place.create(fresh.siteUrl(), "shop");
      assertThat(differences(database, fresh)).containsExactlyInAnyOrderElementsOf(gone());
      assertThat(differences(fresh, database)).containsExactlyInAnyOrderElementsOf(come());
    }
  }

  /** What has no place in a model, as the command has said. */
  private List<String> gone() {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "friendships key [person, friend]",
                "shop_book column order-no " + (vendor == Vendor.MARIADB ? "int(11)" : "integer"),
                "shop_book column twice " + (vendor == Vendor.MARIADB ? "bigint(20)" : "bigint")));
    switch (vendor) {
      case SQLITE ->
          lines.addAll(
              List.of(
                  "shop_book index [title] where pages > 500",
                  "shop_contract column sum decimal(10, 2)",
                  "shop_publishers column publisher_no integer mandatory"));
      case POSTGRESQL ->
          lines.addAll(
              List.of(
                  "shop_book index [title] where (pages > 500)",
                  "shop_book column mood mood",
                  "shop_book column place point"));
      case MARIADB ->
          lines.addAll(
              List.of(
                  "shop_book column mood enum('happy','so so')", "shop_book column place point"));
    }
    return lines;
  }

  /** What tables have that are made from the models: keys of pairs, usual indexes of keys. */
  private List<String> come() {
    String number = vendor == Vendor.MARIADB ? "bigint(20)" : "bigint";
    List<String> lines =
        new ArrayList<>(
            List.of(
                "friendships key [id]",
                "friendships unique [person, friend]",
                "friendships column id %s mandatory counted"
                    .formatted(vendor == Vendor.SQLITE ? "integer" : number),
                "friendships index [person]",
                "shop_book_tags index [book_id]"));
    switch (vendor) {
      case SQLITE ->
          lines.addAll(
              List.of(
                  "friendships index [friend]",
                  "shop_contract column sum decimal",
                  "shop_publishers column publisher_no integer mandatory counted"));
      case POSTGRESQL ->
          lines.addAll(
              List.of("friendships index [friend]", "shop_book column mood character varying(32)"));
      case MARIADB -> lines.add("shop_book column mood varchar(32)");
    }
    return lines;
  }

  @Test
  void namesTypesAndRulesAreSaid() {
    inspect();
    assertThat(place.read("old.shop.Book"))
        .contains(
            "public final One<Publisher> publisher = one();",
            vendor == Vendor.MARIADB
                ? "@ForeignKey(onDelete = OnDelete.SET_NULL)"
                : "@ForeignKey(onDelete = OnDelete.SET_NULL, index = false)",
            "public final One<@Nullable Person> editor = one();",
            "relatedName = \"translatorBookSet\"",
            "public BigDecimal price = new BigDecimal(\"9.90\");",
            "fraction = 2)",
            "public Status status = Status.DRAFT;",
            "@Stored(\"in review\") IN_REVIEW",
            "public @Nullable Mood mood;",
            "@Json public Object extra;",
            "public @Nullable Instant published;",
            "@Unique public UUID isbn;",
            "public byte @Nullable [] cover;",
            "public boolean inPrint = true;",
            "@ManyToMany public final Many<Tag> tags = many();",
            "@Index(value = {\"-published\", \"title\"}, name = \"book_recent\")");
    assertThat(place.read("old.shop.Person"))
        .contains(
            "@ManyToMany(table = \"friendships\", column = \"person\", targetColumn = \"friend\")",
            "public final Many<Person> friendships = many();");
    assertThat(place.read("old.shop.Publisher"))
        .contains(
            "@Model(table = \"shop_publishers\")",
            "@AutoKey(column = \"publisher_no\", bits = 32)",
            "@Column(\"class\")",
            "public String classValue = \"small\";");
    if (vendor != Vendor.SQLITE) {
      assertThat(place.read("old.shop.Publisher"))
          .contains("/** Those who print */", "/** The year at least */");
    }
    assertThat(place.read("old.shop.Detail"))
        .contains("@PrimaryKey", "public final One<Book> book = one();");
    assertThat(place.read("old.shop.Contract")).contains("@OneToOne(onDelete = OnDelete.PROTECT)");
    assertThat(place.read("old.shop.Token"))
        .contains("@PrimaryKey public UUID token;", "One<Country> country");
    assertThat(place.read("old.shop.VersionEntry"))
        .contains("@Model(table = \"shop_version\")", "@Text public String text = \"\";");
  }

  @Test
  void aTakeOverLeavesTheRowsAloneAndIsUsedAndChanged() {
    database.run("INSERT INTO shop_tag (label) VALUES ('old')");
    inspect();
    place.compile();
    assertThat(run("makemigrations")).contains("Create model Book").endsWith("= 0\n");
    place.compile();
    List<String> before = lines(database);
    assertThat(run("migrate", "--fake-initial"))
        .contains(
            "Applying shop.0001_initial ... taken over\n",
            "  differs: shop_book has the column twice, which the model does not say.\n",
            "What differs was left as it is.")
        .endsWith("= 0\n");
    List<String> after = new ArrayList<>(lines(database));
    after.removeIf(line -> line.startsWith("quintet_"));
    assertThat(after).isEqualTo(before);
    assertThat(run("makemigrations")).isEqualTo("No changes found.\n= 0\n");
    assertThat(run("migrate")).isEqualTo("Nothing to migrate: the database is up to date.\n= 0\n");
    place.write(
        "old.shop.Trial",
        TRIAL.replace("MOOD", vendor == Vendor.POSTGRESQL ? "Mood" : "Book.Mood"));
    place.compile();
    assertThat(place.result(database.siteUrl(), "old.shop.Trial"))
        .isEqualTo("Sophie [Sam] [old, new] DRAFT SO_SO 9.90 {a=1} 7 small 1");
    changeAndMigrate();
  }

  /** Constraints and indexes that others named are found by what they cover. */
  private void changeAndMigrate() {
    String book = place.read("old.shop.Book");
    String changed =
        book.replace("@Unique public UUID isbn", "public UUID isbn")
            .replaceFirst("@Index\\(value = \"pages\", name = \"book_pages\"\\)\n", "")
            .replaceFirst("@UniqueTogether\\((value = )?\\{\"title\", \"publisher\"}[^)]*\\)\n", "")
            .replaceFirst(
                "onDelete = OnDelete.PROTECT\\)\n  public final One<Publisher>",
                "onDelete = OnDelete.PROTECT, constraint = false, index = false)\n  public final One<Publisher>")
            .replaceFirst("max = 200", "max = 300");
    place.write("old.shop.Book", changed);
    place.compile();
    assertThat(run("makemigrations")).contains("M0002_").endsWith("= 0\n");
    place.compile();
    if (vendor == Vendor.POSTGRESQL) {
      assertThat(run("migrate"))
          .contains("cannot alter type of a column used by a view")
          .endsWith("= 1\n");
      database.run("DROP VIEW shop_titles");
    }
    assertThat(run("migrate")).contains("done").endsWith("= 0\n");
    Catalogue.Table table =
        Catalogue.read(vendor, new SqlRunner.Live(database.another()))
            .table("shop_book")
            .orElseThrow();
    assertThat(table.column("order-no")).isPresent();
    assertThat(table.column("twice").orElseThrow().generated()).contains("pages");
    assertThat(table.column("title").orElseThrow().type()).contains("300");
    assertThat(table.uniques()).isEmpty();
    assertThat(table.indexes())
        .extracting(Catalogue.Index::name)
        .doesNotContain("book_pages", "book_publisher");
    assertThat(table.foreignKeys())
        .extracting(Catalogue.ForeignKey::column)
        .containsExactlyInAnyOrder("editor", "translator_id", "parent_id");
    assertThat(place.result(database.siteUrl(), "old.shop.Trial")).startsWith("Sophie");
  }

  private static final String TRIAL =
      """
      package old.shop;

      import java.util.Map;
      import java.util.UUID;

      public final class Trial {
        public static String run() {
          Publisher publisher = new Publisher();
          publisher.name = "P" + UUID.randomUUID();
          publisher.save();
          Person sam = new Person();
          sam.name = "Sam" + UUID.randomUUID();
          sam.save();
          Person pat = new Person();
          pat.name = "Pat" + UUID.randomUUID();
          pat.save();
          pat.friendships.add(sam);
          Book book = new Book();
          book.title = "Sophie";
          book.publisher.set(publisher);
          book.editor.set(sam);
          book.mood = MOOD.SO_SO;
          book.extra = Map.of("a", 1);
          book.isbn = UUID.randomUUID();
          book.pages = 7;
          book.save();
          Tag fresh = Tag.objects.filter("label", "new").first().orElseGet(() -> {
            Tag made = new Tag();
            made.label = "new";
            made.save();
            return made;
          });
          book.tags.add(Tag.objects.filter("label", "old").first().orElseThrow(), fresh);
          Book read = Book.objects.filter("publisher", publisher).filter("mood", book.mood).first().orElseThrow();
          return read.title
              + " " + pat.friendships.all().list().stream().map(p -> p.name.substring(0, 3)).toList()
              + " " + read.tags.all().orderBy("-label").list().stream().map(t -> t.label).toList()
              + " " + read.status + " " + read.mood + " " + read.price + " " + read.extra + " " + read.pages
              + " " + read.publisher.get().classValue
              + " " + Book.objects.filter("publisher", publisher).update(QBook.book.mood.set(MOOD.HAPPY));
        }
      }
      """;

  private String inspect() {
    return run("inspectdb", "--app", "shop", "--output", Workplace.SOURCES);
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
      if (table.name().equals("shop_line") || table.name().equals("shop_log")) {
        continue;
      }
      lines.add(name + "key " + table.primaryKey());
      table
          .columns()
          .forEach(c ->
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
      table
          .foreignKeys()
          .forEach(k -> lines.add(name + "key of " + k.column() + " to " + k.targetTable()));
      table.checks().forEach(c -> lines.add(name + "check " + bare(c.condition())));
      table
          .indexes()
          .forEach(i -> lines.add(name + (i.unique() ? "unique " : "index ") + covered(i)));
    }
    return lines;
  }

  private static String covered(Catalogue.Index index) {
    IndexParts parts = IndexParts.of(index);
    String list = parts.plain() ? parts.parts().toString() : bare(parts.parts().toString());
    return list
        + (parts.method().equals("btree") ? "" : " " + parts.method())
        + (parts.where().isEmpty() ? "" : " where " + parts.where());
  }

  /** A condition without what databases add to it when they read it. */
  private static String bare(String condition) {
    return condition
        .replaceAll("::[a-z ]+(\\[])?", "")
        .replaceAll("[\\s()\"`]", "")
        .toLowerCase(Locale.ROOT);
  }
}
