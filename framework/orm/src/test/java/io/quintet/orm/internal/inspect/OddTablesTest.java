package io.quintet.orm.internal.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.orm.internal.schema.TestDatabase;
import io.quintet.orm.internal.schema.Vendor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a database has in it, the models compile; what is not in them is said. */
@ParameterizedClass
@EnumSource(Vendor.class)
class OddTablesTest {
  private static final String OTHER_NAME =
      "its name has other characters than letters, digits and underscores, or begins with a digit";

  private final Vendor vendor;
  private TestDatabase database;
  private Workplace place;
  @TempDir Path folder;

  OddTablesTest(Vendor vendor) {
    this.vendor = vendor;
  }

  @BeforeEach
  void makeTables() {
    database = TestDatabase.open(vendor);
    OddTables.of(vendor).forEach(database::run);
    place = new Workplace(folder);
    place.app("old", "old");
    place.compile();
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  private String run(String... arguments) {
    return place.run(database.siteUrl(), arguments);
  }

  @Test
  void everyModelCompilesAndIsTakenOver() {
    String said = run("inspectdb", "--app", "old", "--output", Workplace.SOURCES);
    assertThat(said)
        .contains(
            "! two words is left out: " + OTHER_NAME + ".",
            "! 2fast is left out: " + OTHER_NAME + ".",
            "! columns: Not modelled: column \"full name\", " + OTHER_NAME,
            "! columns: Not modelled: column \"1st\", " + OTHER_NAME,
            "! columns: Not modelled: column \"größe\", " + OTHER_NAME,
            "! no_key is left out: it has no primary key. Add one",
            "! wide_key is left out: its primary key has several columns (a, b).",
            "! unique_only has no primary key; its unique column \"code\" stands in for one.",
            "! odd_key is left out: no field can hold its key, \"the key\" of the type int",
            "! defaults: Not modelled: column \"one\", the database computes it: ",
            "! Views are left out: ")
        .contains(ofTheProduct())
        .endsWith("= 0\n");
    place.compile();
    theNamesAreThoseOfJava();
    assertThat(run("makemigrations")).endsWith("= 0\n");
    place.compile();
    assertThat(run("migrate", "--fake-initial"))
        .contains("Applying old.0001_initial ... taken over")
        .endsWith("= 0\n");
    assertThat(run("makemigrations")).isEqualTo("No changes found.\n= 0\n");
  }

  private List<String> ofTheProduct() {
    return switch (vendor) {
      case POSTGRESQL ->
          List.of(
              "! nothing is left out: it has no columns.",
              "! kinds: Not modelled: column \"mac\", no field can hold the type macaddr.",
              "! kinds: Not modelled: column \"place\", no field can hold the type point. It is mandatory and has no default, so new rows cannot be saved",
              "! kinds: Not modelled: column \"sizes\", no field can hold the type size[].",
              "! kinds: Not modelled: column \"many\", no field can hold the type tsvector.",
              "! kinds: Not modelled: column \"x\", no field can hold the type xml.",
              "! Views are left out: counted, seen.");
      case MARIADB ->
          List.of(
              "! kinds: Not modelled: column \"words\", no field can hold the type set('a','b').",
              "! kinds: Not modelled: column \"bits\", no field can hold the type bit(3).",
              "! kinds, at: The database fills it at each update; the model does not say so.",
              "! kinds, tiny: In the database it is tinyint(4); the model does not say that it is stored in fewer bits.");
      case SQLITE ->
          List.of(
              "! kinds: Not modelled: column \"words\", its type is not said.",
              "! kinds: Not modelled: column \"place\", no field can hold the type geometry.");
    };
  }

  private void theNamesAreThoseOfJava() {
    assertThat(place.read("old.ClassEntry"))
        .contains("@Column(\"class\")\n  public @Nullable Integer classValue;");
    assertThat(place.read("old.StringEntry")).contains("public @Nullable Integer object;");
    assertThat(place.read("old.QShopItem")).contains("@Model(table = \"q_shop_item\")");
    assertThat(place.read("old.ShopItem2")).contains("@Model(table = \"shop_item\")");
    assertThat(place.read("old.Shopitem3")).contains("@Model(table = \"shopitem\")");
    assertThat(place.read("old.ColumnEntry"))
        .contains(
            "Integer orderNo;",
            "@Column(\"orderNo\")\n  public @Nullable Integer orderNo2;",
            "@Column(\"objects\")\n  public @Nullable Integer objectsValue;",
            "@Column(\"pk\")\n  public @Nullable Integer pkValue;",
            "@Column(\"_\")\n  public @Nullable Integer value;");
    assertThat(place.read("old.Node"))
        .contains("One<@Nullable Node> parent = one();", "One<@Nullable Node> nodeRow = one();");
    assertThat(place.read("old.Hen")).contains("One<@Nullable Egg> egg = one();");
    assertThat(place.read("old.Egg")).contains("One<@Nullable Hen> hen = one();");
    assertThat(place.read("old.Dog")).contains("public class Dog extends Animal {");
    assertThat(place.read("old.Cat"))
        .contains("extends Entity {", "@PrimaryKey\n  @OneToOne", "One<Animal> animalPtr");
    assertThat(place.read("old.TextKey")).contains("Integer idValue;");
    assertThat(place.read("old.ByCode")).contains("One<@Nullable UniqueOnly> code = one();");
    assertThat(place.read("old.DefaultEntry")).contains("public int negative = -3;");
    assertThat(place.read("old.Level"))
        .contains(
            "@Stored(\"\") EMPTY",
            "@Stored(\"a b\") A_B",
            "A,",
            "@Stored(\"a\") A2",
            "@Stored(\"1\") V1");
    if (vendor == Vendor.POSTGRESQL) {
      assertThat(place.file("old.Parted1")).doesNotExist();
      assertThat(place.read("old.Kind"))
          .contains(
              "Ends * / here \\ u0041 {@literal @}see &lt;b>",
              "public SizeKind size = SizeKind.S;");
    }
  }

  @Test
  void tablesAreChosenByName() {
    String said = run("inspectdb", "shop*", "egg", "none", "--package", "old.models");
    assertThat(said)
        .contains(
            "! There is no table \"none\".",
            "// old/models/ShopItem.java",
            "// old/models/Egg.java",
            "package old.models;",
            "@Model(table = \"shop_item\")",
            "! egg, henId: Points to hen.id, which is no key of a model here")
        .doesNotContain("app = ", "Node.java", "hen is left out");
  }

  @Test
  void viewsAndTablesThatAreLeftAloneAreUnmanaged() {
    run(
        "inspectdb",
        "seen",
        "node",
        "--views",
        "--unmanaged",
        "--output",
        Workplace.SOURCES,
        "--app",
        "old");
    assertThat(place.read("old.Node")).contains("@Model(table = \"node\", managed = false)");
    assertThat(place.read("old.Seen")).contains("managed = false", "A row of the view");
    place.compile();
    assertThat(run("makemigrations")).endsWith("= 0\n");
    place.compile();
    assertThat(run("migrate")).doesNotContain("exist already").endsWith("= 0\n");
    List<String> tables = new ArrayList<>(database.column(listOfTables()));
    assertThat(tables).contains("node").doesNotContain("old_node");
    assertThat(run("makemigrations")).isEqualTo("No changes found.\n= 0\n");
    theyAreTakenOverLater();
  }

  private void theyAreTakenOverLater() {
    assertThat(run("migrate", "old", "zero")).endsWith("= 0\n");
    place.remove("old.migrations.M0001_initial");
    place.write("old.Node", place.read("old.Node").replace(", managed = false", ""));
    place.compile();
    assertThat(run("makemigrations", "old")).contains("Create model Node").endsWith("= 0\n");
    place.compile();
    assertThat(run("migrate", "--fake-initial")).contains("taken over").endsWith("= 0\n");
    assertThat(run("makemigrations")).isEqualTo("No changes found.\n= 0\n");
  }

  private String listOfTables() {
    return vendor == Vendor.SQLITE
        ? "SELECT name FROM sqlite_master"
        : "SELECT table_name FROM information_schema.tables";
  }

  @Test
  void whatWasWrittenBeforeIsKept() throws Exception {
    run("inspectdb", "node", "--output", Workplace.SOURCES, "--app", "old");
    Files.writeString(place.file("old.Node"), "mine");
    assertThat(run("inspectdb", "node", "--output", Workplace.SOURCES, "--app", "old"))
        .contains("Kept: ", "Node.java exists; --force overwrites it.")
        .endsWith("= 1\n");
    assertThat(place.file("old.Node")).hasContent("mine");
    assertThat(run("inspectdb", "node", "--output", Workplace.SOURCES, "--app", "old", "--force"))
        .endsWith("= 0\n");
    assertThat(place.read("old.Node")).contains("class Node");
  }
}
