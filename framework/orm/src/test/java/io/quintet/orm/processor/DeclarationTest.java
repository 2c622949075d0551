package io.quintet.orm.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What the compiler says to wrong declarations: the whole message, on the line that has to change.
 */
class DeclarationTest {
  private static void expect(String line, String message, String... types) {
    assertThat(Compilation.of(types).errors())
        .containsExactly(new Compilation.Failure(message, line));
  }

  private static void expectField(String field, String message) {
    expect(
        field.substring(field.lastIndexOf('\n') + 1).strip(),
        message,
        "@Model public class Item extends Entity {\n" + field + "\n}");
  }

  @Test
  void aGoodModelCompiles() {
    Compilation done =
        Compilation.of(
            "@Model(ordering = \"-title\") public class Item extends Entity {\n @Size(max = 10) public String title = \"x\";\n}");
    assertThat(done.errors()).isEmpty();
    assertThat(done.file("META-INF/services/io.quintet.orm.meta.ModelProvider"))
        .isEqualTo("shop.models.QuintetModels\n");
    assertThat(done.file("shop/models/ItemMeta.java"))
        .contains(
            "new ModelNames(\"shop\", \"Item\", \"shop_item\", \"item\", \"items\", true, List.of(\"-title\"), List.of())")
        .contains(".hasDefault()");
    assertThat(done.file("shop/models/QItem.java"))
        .contains("public final TextColumn<R> title = text(\"title\");");
  }

  @Test
  void aModelOfAnotherModuleIsReachedBackwardsByAStaticMethod() {
    Compilation done =
        Compilation.of(
            "@Model public class Item extends Entity {\n@ForeignKey(onDelete = CASCADE, relatedName = \"items\")\n"
                + "public final One<io.quintet.orm.blog.Author> author = one();\n}",
            "public class Use {\nObject o = io.quintet.orm.blog.Author.objects.filter(\n"
                + "QItem.items(io.quintet.orm.blog.QAuthor.author).id.gt(1L));\n}");
    assertThat(done.errors()).isEmpty();
  }

  @Test
  void migrationsAreIndexed() {
    Compilation done =
        Compilation.of(
            """
            public class M0001_initial extends io.quintet.orm.migrations.Migration {
              public M0001_initial() { super("shop", "0001_initial"); }
            }
            """);
    assertThat(done.file("META-INF/services/io.quintet.orm.migrations.Migration"))
        .isEqualTo("shop.models.M0001_initial\n");
  }

  @Test
  void aStringNeedsALength() {
    expectField(
        "public String title;",
        "Item.title is a String without a length. Write @Size(max = 200), or @Text for text of any length.");
  }

  @Test
  void anAddressIsTakenOutOfAnotherOnlyWhereBothAreAllowed() {
    expectField(
        "@IpAddress(protocol = IpAddress.Protocol.IPV6, unpackIpv4 = true)\npublic String host;",
        "Item.host is @IpAddress(protocol = IPV6, unpackIpv4 = true). An address of version 4 can be taken out of one"
            + " of version 6 only where both are allowed. Remove one of both.");
    expectField(
        "@IpAddress\npublic int host;",
        "Item.host is @IpAddress but of the type int. It has to be a String.");
  }

  @Test
  void sizeIsForText() {
    expectField(
        "@Size(max = 3)\npublic int count;",
        "Item.count is of the type int, and @Size is for text. Write @Min and @Max instead.");
  }

  @Test
  void boundsAreForNumbers() {
    expectField(
        "@Min(3) @Size(max = 9)\npublic String code;",
        "Item.code is of the type String, and @Min is for numbers. Write @Size instead.");
  }

  @Test
  void aDecimalNeedsDigits() {
    expectField(
        "public BigDecimal price;",
        "Item.price is a BigDecimal without digits. Write @Digits(integer = 8, fraction = 2): so many digits before and after"
            + " the point.");
  }

  @Test
  void aTypeNeedsAColumn() {
    expectField(
        "public Thread thread;",
        "Item.thread is of the type Thread, which no column can hold. Allowed: String, short, int, long, double, boolean and their boxes,"
            + " BigDecimal, LocalDate, LocalTime, LocalDateTime, Instant, Duration, UUID, an enum, Map or List (JSON), byte[],"
            + " StoredFile, One and Many. Name a converter with @Converted, or make it transient if it is no column.");
  }

  @Test
  void aTextMarkNeedsAText() {
    expectField(
        "@Slug\npublic int slug;",
        "Item.slug is @Slug but of the type int. It has to be a String.");
  }

  @Test
  void aColumnIsNotFinal() {
    expectField(
        "public final int count = 1;",
        "Item.count is final, so a row cannot be read into it. Remove final, or make it transient if it is no column.");
  }

  @Test
  void aColumnIsPublic() {
    expectField(
        "@Unique\nlong code;",
        "Item.code is declared as a column but is not public. Make it public: generated code reads and writes it.");
  }

  @Test
  void aRelationIsDeclared() {
    expectField(
        "public final One<Item> parent = one();",
        "Item.parent is a One without a kind. Write @ForeignKey(onDelete = ...) or @OneToOne(onDelete = ...).");
    expectField(
        "public final Many<Item> others = many();",
        "Item.others is a Many without a kind. Write @ManyToMany. (Rows of another model that point here need no field: they are"
            + " reached by its relatedName.)");
  }

  @Test
  void aRelationPointsToAModel() {
    expect(
        "public final One<Other> other = one();",
        "Item.other points to Other, which is no model. Annotate it with @Model and let it extend Entity.",
        "@Model public class Item extends Entity {\n@ForeignKey(onDelete = CASCADE)\npublic final One<Other> other = one();\n}",
        "public abstract class Other extends Entity {}");
  }

  @Test
  void aRelationIsFinal() {
    expectField(
        "@ForeignKey(onDelete = CASCADE)\npublic One<Item> parent = one();",
        "Item.parent is a relation and has to be final. Write: public final ... parent = one();");
  }

  @Test
  void setNullNeedsANullableColumn() {
    expectField(
        "@ForeignKey(onDelete = SET_NULL)\npublic final One<Item> parent = one();",
        "Item.parent has onDelete = SET_NULL, but its column cannot be null. Write One<@Nullable Item>.");
  }

  @Test
  void aRelatedNameIsUsedOnce() {
    expectField(
        "@ForeignKey(onDelete = CASCADE)\npublic final One<Item> a = one();\n@ForeignKey(onDelete = CASCADE)\npublic final One<Item> b = one();",
        "Item.a and Item.b are both reached from Item as \"itemSet\". Set another relatedName on one of them, or \"+\" for none.");
    expectField(
        "public int count;\n@ForeignKey(onDelete = CASCADE, relatedName = \"count\")\npublic final One<Item> a = one();",
        "Item.a is reached from Item as \"count\", but Item has a field of that name. Set another relatedName.");
  }

  @Test
  void anOrderNamesAField() {
    expect(
        "@Model(ordering = \"-published\") public class Item extends Entity {",
        "@Model(ordering) of Item names the field \"published\", which does not exist. Fields: id, count.",
        "@Model(ordering = \"-published\") public class Item extends Entity {\n public int count;\n}");
  }

  @Test
  void anIndexNamesAColumn() {
    expect(
        "@Model @Index(\"others\") public class Item extends Entity {",
        "@Index of Item names \"others\", which has no column: it is a Many.",
        "@Model @Index(\"others\") public class Item extends Entity {\n@ManyToMany public final Many<Item> others = many();\n}");
  }

  @Test
  void aModelExtendsEntity() {
    expect(
        "@Model public class Item {}",
        "Item is a model, so it has to extend Entity. Write: public class Item extends Entity.",
        "@Model public class Item {}");
  }

  @Test
  void aModelHasAConstructorWithoutArguments() {
    expect(
        "@Model public class Item extends Entity {",
        "Item has no constructor without arguments, so rows cannot be read. Write: public Item() {}.",
        "@Model public class Item extends Entity {\n public Item(int n) {}\n}");
  }

  @Test
  void aModelIsPublicConcreteAndOnTopLevel() {
    expect(
        "@Model class Item extends Entity {}",
        "Item is a model, so it has to be public. Write: public class Item.",
        "@Model class Item extends Entity {}");
    expect(
        "@Model public abstract class Item extends Entity {}",
        "Item is abstract, so it can have no rows. Remove @Model: its fields belong to the models that extend it.",
        "@Model public abstract class Item extends Entity {}");
    expect(
        "@Model public static class Inner extends Entity {}",
        "Inner is a model inside another class. Move it to a file of its own.",
        "public class Item {\n@Model public static class Inner extends Entity {}\n}");
  }

  @Test
  void aModelThatExtendsAModelHasATableOfItsOwnBesideIt() {
    Compilation done =
        Compilation.of(
            "@Model public class Item extends Entity {\n@Size(max = 9) public String title;\n}",
            "@Model public class Book extends Item {\npublic int pages;\n}");
    assertThat(done.errors()).isEmpty();
    assertThat(done.file("shop/models/BookMeta.java"))
        .contains("shop.models.ItemMeta.META,")
        .contains("FieldMeta.named(\"itemPtr\", \"item_ptr_id\"")
        .doesNotContain("FieldMeta.named(\"title\"");
    assertThat(done.file("shop/models/QBook.java"))
        .contains("TextColumn<R> title")
        .contains("QItem<R> itemPtr()");
    assertThat(done.file("shop/models/QItem.java")).contains("QBook<R> book()");
  }

  private static final String ITEM =
      "@Model @UniqueTogether({\"title\"}) public class Item extends Entity {\n"
          + "public static final Manager<Item> objects = Manager.of(Item.class);\n"
          + "@Size(max = 9) public String title;\n}";

  private static void expectChild(String body, String line, String message) {
    String manager = "public static final Manager<Book> objects = Manager.of(Book.class);\n";
    expect(
        line, message, ITEM, "@Model public class Book extends Item {\n" + manager + body + "\n}");
  }

  @Test
  void aChildHasAllColumnsOfItsParent() {
    expectChild(
        "@Size(max = 20) public String title;",
        "@Size(max = 20) public String title;",
        "Book.title hides the field of that name of Item. A model has all columns of the model that it extends: remove it, or give it another name.");
  }

  @Test
  void aChildHasTheKeyOfItsParent() {
    expectChild(
        "@PrimaryKey public int number;",
        "@PrimaryKey public int number;",
        "Book.number is @PrimaryKey, but a Book has the key of Item, which it extends. Remove @PrimaryKey; @Unique keeps its values apart.");
  }

  @Test
  void aChildHasAManagerOfItsOwnWhereItsParentHasOne() {
    expect(
        "@Model public class Book extends Item {}",
        "Book declares no manager, so Book.objects would be that of Item. Write: public static final Manager<Book> objects = Manager.of(Book.class);",
        ITEM,
        "@Model public class Book extends Item {}");
  }

  @Test
  void anIndexIsOfOneTable() {
    expect(
        "@Model @Index({\"pages\", \"title\"}) public class Book extends Item {",
        "@Index of Book names \"title\", which stands in the table of the model that Book extends. Indexes and constraints are of one table: declare it there.",
        ITEM,
        "@Model @Index({\"pages\", \"title\"}) public class Book extends Item {\n"
            + "public static final Manager<Book> objects = Manager.of(Book.class);\npublic int pages;\n}");
  }

  @Test
  void aParentHasNoFieldWithTheNameOfItsChild() {
    expect(
        "@Model public class Book extends Item {}",
        "Book.itemPtr is reached from Item as \"book\", but Item has a field of that name. Give the field another name.",
        "@Model public class Item extends Entity {\npublic int book;\n}",
        "@Model public class Book extends Item {}");
  }

  @Test
  void aRelationIsNotCalledLikeAFieldOfAChild() {
    expect(
        "public final One<Item> item = one();",
        "Note.item is reached from Item as \"pages\", but Book has a field of that name. Set another relatedName.",
        "@Model public class Item extends Entity {}",
        "@Model public class Book extends Item {\npublic int pages;\n}",
        "@Model public class Note extends Entity {\n@ForeignKey(onDelete = CASCADE, relatedName = \"pages\")\npublic final One<Item> item = one();\n}");
  }

  @Test
  void theKeysOfPairsStandInOneTable() {
    expect(
        "public final Many<Tag> tags = many();",
        "Item.tags goes through Late, whose key to Item is a field of Link, which it extends: the pairs would stand in two tables."
            + " Go through Link, or declare the keys in Late.",
        "@Model public class Tag extends Entity {}",
        "@Model public class Item extends Entity {\n@ManyToMany(relatedName = \"items\", through = Late.class)\npublic final Many<Tag> tags = many();\n}",
        "@Model public class Link extends Entity {\n@ForeignKey(onDelete = CASCADE)\npublic final One<Item> item = one();\n"
            + "@ForeignKey(onDelete = CASCADE)\npublic final One<Tag> tag = one();\n}",
        "@Model public class Late extends Link {\npublic int days;\n}");
  }

  @Test
  void keysOfAnAbstractParentAreOnesOwn() {
    Compilation done =
        Compilation.of(
            "@Model public class Tag extends Entity {}",
            "@Model public class Item extends Entity {\n@ManyToMany(relatedName = \"items\", through = Late.class)\npublic final Many<Tag> tags = many();\n}",
            "public abstract class Link extends Entity {\n@ForeignKey(onDelete = CASCADE)\npublic final One<Item> item = one();\n"
                + "@ForeignKey(onDelete = CASCADE)\npublic final One<Tag> tag = one();\n}",
            "@Model public class Late extends Link {\npublic int days;\n}");
    assertThat(done.errors()).isEmpty();
  }

  @Test
  void twoFieldsDoNotShareAColumn() {
    expectField(
        "public int count;\n@Column(\"count\")\npublic int number;",
        "Item.count and Item.number have the same column \"count\". Name one with @Column.");
  }

  @Test
  void aColumnNameIsPlain() {
    expectField(
        "@Column(\"a\\\" b\")\npublic int number;",
        "Item.number has the column name \"a\" b\". Allowed are letters, digits and underscores, a letter first.");
  }

  @Test
  void thereIsOnePrimaryKey() {
    expectField(
        "@PrimaryKey public long a;\n@PrimaryKey\npublic long b;",
        "Item has two fields with @PrimaryKey: a and b. Keep one.");
  }

  @Test
  void aPairGoesThroughAModel() {
    expectField(
        "@ManyToMany(through = String.class)\npublic final Many<Item> others = many();",
        "Item.others goes through String, which is no model. Annotate it with @Model.");
  }

  @Test
  void aRowIsARecordOfReadableTypes() {
    expect(
        "@Row public class Card {}",
        "Card is @Row but no record. Write: @Row record Card(...) {}.",
        "@Row public class Card {}");
    expect(
        "@Row public record Card(Thread thread) {}",
        "Card.thread is of the type Thread, which cannot be read from a query. Allowed: String, numbers, boolean, BigDecimal, java.time"
            + " types, UUID, enums, Map or List (JSON), byte[], and any class with @Converted.",
        "@Row public record Card(Thread thread) {}");
  }

  private static void expectConverted(String field, String converter, String message) {
    expect(
        field.substring(field.lastIndexOf('\n') + 1).strip(),
        message,
        "@Model public class Item extends Entity {\n" + field + "\n}",
        converter);
  }

  @Test
  void aConverterIsForTheClassOfItsField() {
    expectConverted(
        "@Converted(Urls.class) @Size(max = 200)\npublic String link;",
        "public class Urls implements FieldConverter<java.net.URI, String> {\n"
            + "public String stored(java.net.URI value) { return value.toString(); }\n"
            + "public java.net.URI restored(String text) { return java.net.URI.create(text); }\n}",
        "Item.link is of the type String, and its converter Urls turns a java.net.URI. Both have to be the same class.");
  }

  @Test
  void aConverterMakesWhatAColumnHolds() {
    expectConverted(
        "@Converted(Threads.class)\npublic Thread worker;",
        "public class Threads implements FieldConverter<Thread, Object> {\n"
            + "public Object stored(Thread value) { return value; }\n"
            + "public Thread restored(Object value) { return (Thread) value; }\n}",
        "Item.worker: the converter Threads makes a Object, which no column can hold. Allowed: String, numbers, Boolean,"
            + " BigDecimal, java.time types, UUID, enums, Map or List (JSON), byte[].");
  }

  @Test
  void aConverterCanBeMade() {
    expectConverted(
        "@Converted(Threads.class)\npublic Thread worker;",
        "public abstract class Threads implements FieldConverter<Thread, Long> {}",
        "Item.worker: the converter Threads has to be a public class with a public constructor without arguments.");
  }

  @Test
  void aTextThatAConverterMakesNeedsALength() {
    expectConverted(
        "@Converted(Urls.class)\npublic java.net.URI link;",
        "public class Urls implements FieldConverter<java.net.URI, String> {\n"
            + "public String stored(java.net.URI value) { return value.toString(); }\n"
            + "public java.net.URI restored(String text) { return java.net.URI.create(text); }\n}",
        "Item.link is held as a String without a length. Write @Size(max = 200), or @Text for text of any length.");
  }

  @Test
  void anArrayIsAListOfPlainValues() {
    expectField(
        "@Array\npublic List<Map<String, Object>> parts;",
        "Item.parts is @Array but of the type java.util.List<java.util.Map<String, Object>>. It has to be a List of String,"
            + " numbers, Boolean, BigDecimal, LocalDate, LocalTime, LocalDateTime, Instant or UUID.");
  }

  @Test
  void aConditionOnAnotherModelDoesNotCompile() {
    assertThat(
            Compilation.of(
                    "@Model public class Item extends Entity {\npublic int count;\n}",
                    "@Model public class Other extends Entity {\npublic int count;\n}",
                    "public class Use {\nObject o = Manager.of(Item.class).filter(QOther.other.count.eq(1));\n}")
                .errors())
        .hasSize(1)
        .first()
        .extracting(Compilation.Failure::line)
        .isEqualTo("Object o = Manager.of(Item.class).filter(QOther.other.count.eq(1));");
  }

  @Test
  void aVersionIsANumberOrAMoment() {
    expectField(
        "@Version\npublic boolean version;",
        "Item.version is @Version but of the type boolean. It has to be an int, long or Instant that is never null.");
    expectField(
        "@Version\npublic @Nullable Integer version;",
        "Item.version is @Version but of the type @Nullable Integer. It has to be an int, long or Instant that is never null.");
  }

  @Test
  void aModelHasOneVersion() {
    expectField(
        "@Version public int first;\n@Version public int second;",
        "Item has two fields with @Version: first and second. Keep one.");
  }

  @Test
  void aMarkOfDeletionIsAMomentThatMayBeNull() {
    expectField(
        "@SoftDelete\npublic java.time.Instant deleted;",
        "Item.deleted is @SoftDelete but of the type java.time.Instant. It has to be a @Nullable Instant: null while the row is there.");
  }

  @Test
  void whatIsEncryptedIsTextAndNeitherUniqueNorIndexed() {
    expectField(
        "@Encrypted\npublic int count;",
        "Item.count is @Encrypted but of the type int. It has to be a String.");
    expectField(
        "@Encrypted @Unique @Size(max = 9)\npublic String iban;",
        "Item.iban is @Encrypted, so each row has another text in the column and @Unique cannot work. Remove one of both.");
  }

  @Test
  void aProxyExtendsAModelAndHasNoColumns() {
    expect(
        "@Model(proxy = true) public class Book extends Entity {}",
        "Book is a proxy but extends no model. Write: public class Book extends Post, where Post is a model.",
        "@Model(proxy = true) public class Book extends Entity {}");
    expect(
        "@Model(proxy = true) public class Book extends Item { public int pages; }",
        "Book.pages is a column, but Book is a proxy and has those of Item. Declare it there, or make it transient.",
        "@Model public class Item extends Entity {}",
        "@Model(proxy = true) public class Book extends Item { public int pages; }");
    expect(
        "@ForeignKey(onDelete = CASCADE) public final One<Book> book = one(); }",
        "Shelf.book points to Book, which is a proxy without rows of its own. Point to the model that it extends.",
        "@Model public class Item extends Entity {}",
        "@Model(proxy = true) public class Book extends Item {}",
        "@Model public class Shelf extends Entity {\n@ForeignKey(onDelete = CASCADE) public final One<Book> book = one(); }");
  }
}
