package io.quintet.orm;

import static io.quintet.orm.arrays.QSurvey.survey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.arrays.Survey;
import io.quintet.orm.migrations.MigrationException;
import io.quintet.orm.migrations.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Columns of array types, which only PostgreSQL has. */
class ArrayFieldTest extends OrmTest {
  private Survey first;
  private Survey second;

  ArrayFieldTest() {
    super(Backend.POSTGRESQL);
  }

  @Override
  void prepare() {
    createTable();
    first = Survey.objects.create(new Survey(List.of("java", "sql"), List.of(1, 2, 3)));
    second = Survey.objects.create(new Survey(List.of("sql"), List.of()));
  }

  private static void createTable() {
    Db.connection(connection -> {
      Schema.create(connection, Survey.class);
      return true;
    });
  }

  private static List<Long> ids(QuerySet<Survey> surveys) {
    return surveys.orderBy(survey.id.asc()).list().stream().map(s -> s.id).toList();
  }

  @Test
  void eachKindOfElementIsKept() {
    Survey all = new Survey(List.of("a,b", "\"quoted\"", "{}", "", "NULL", "\\"), List.of(-1));
    all.notes = List.of("of any length");
    all.prices = List.of(new BigDecimal("12.50"), new BigDecimal("-0.01"));
    all.moments = List.of(Instant.parse("2026-11-25T10:00:00.123456Z"), Instant.EPOCH);
    all.days = List.of(LocalDate.of(1, 1, 1), LocalDate.of(2026, 2, 28));
    all.answers = List.of(true, false);
    all.shares = List.of(0.1, Double.POSITIVE_INFINITY);
    all.keys = List.of(new UUID(1, 2));
    all.save();
    Survey read = Survey.objects.getById(all.id);
    assertThat(read).usingRecursiveComparison().ignoringFields("state").isEqualTo(all);
    assertThat(read.prices.getFirst()).isEqualTo(new BigDecimal("12.50"));
  }

  @Test
  void nullIsNoEmptyArray() {
    assertThat(Survey.objects.getById(first.id).notes).isNull();
    first.notes = List.of();
    first.save();
    assertThat(Survey.objects.getById(first.id).notes).isEmpty();
    assertThat(ids(Survey.objects.filter(survey.notes.isNull()))).containsExactly(second.id);
  }

  @Test
  void aListThatWasChangedInsideIsWritten() {
    Survey read = Survey.objects.getById(first.id);
    read.tags.add("orm");
    read.save();
    assertThat(Survey.objects.getById(first.id).tags).containsExactly("java", "sql", "orm");
  }

  @Test
  void arraysAreComparedAsSets() {
    assertThat(ids(Survey.objects.filter(survey.tags.contains("sql"))))
        .containsExactly(first.id, second.id);
    assertThat(ids(Survey.objects.filter(survey.tags.contains("sql", "java"))))
        .containsExactly(first.id);
    assertThat(ids(Survey.objects.filter(survey.tags.containedBy("sql", "orm"))))
        .containsExactly(second.id);
    assertThat(ids(Survey.objects.filter(survey.tags.overlaps("java", "orm"))))
        .containsExactly(first.id);
    assertThat(ids(Survey.objects.filter(survey.marks.contains(2)))).containsExactly(first.id);
  }

  @Test
  void theSameByName() {
    assertThat(ids(Survey.objects.filter("tags__contains", List.of("java"))))
        .containsExactly(first.id);
    assertThat(ids(Survey.objects.filter("tags__contained_by", List.of("sql"))))
        .containsExactly(second.id);
    assertThat(ids(Survey.objects.filter("tags__overlap", List.of("java", "x"))))
        .containsExactly(first.id);
    assertThat(ids(Survey.objects.filter("marks__contains", "3"))).containsExactly(first.id);
    assertThat(ids(Survey.objects.filter("tags", List.of("java", "sql"))))
        .containsExactly(first.id);
    assertThat(ids(Survey.objects.filter("tags__in", List.of(List.of("sql"), List.of("x")))))
        .containsExactly(second.id);
    assertThat(ids(Survey.objects.exclude("tags__contains", List.of("java"))))
        .containsExactly(second.id);
  }

  @Test
  void lengthElementsAndSlices() {
    assertThat(ids(Survey.objects.filter(survey.marks.length().eq(0)))).containsExactly(second.id);
    assertThat(ids(Survey.objects.filter(survey.tags.at(0).eq("java")))).containsExactly(first.id);
    assertThat(ids(Survey.objects.filter("tags__len", 2))).containsExactly(first.id);
    assertThat(ids(Survey.objects.filter("tags__1", "sql"))).containsExactly(first.id);
    assertThat(ids(Survey.objects.filter("tags__0__startswith", "ja"))).containsExactly(first.id);
    assertThat(ids(Survey.objects.filter("marks__0_2", List.of(1, 2)))).containsExactly(first.id);
    assertThat(ids(Survey.objects.filter("marks__1_3__contains", List.of(3))))
        .containsExactly(first.id);
  }

  @Test
  void valuesUpdatesAndBulkWrites() {
    assertThat(Survey.objects.filter("pk", first.id).values("tags", "marks__0").list())
        .containsExactly(Map.of("tags", List.of("java", "sql"), "marks__0", 1));
    Survey.objects.filter("pk", first.id).update(survey.tags.set(List.of("new")));
    assertThat(Survey.objects.getById(first.id).tags).containsExactly("new");
    first.marks = List.of(9);
    second.marks = List.of(8);
    Survey.objects.all().bulkUpdate(List.of(first, second), "marks");
    assertThat(ids(Survey.objects.filter("marks__overlap", List.of(8, 9))))
        .containsExactly(first.id, second.id);
    Survey.objects.bulkCreate(List.of(new Survey(List.of("bulk"), List.of(7))));
    assertThat(Survey.objects.filter("tags__contains", List.of("bulk")).count()).isEqualTo(1);
  }

  @Test
  void whatIsNoSuchListIsRefused() {
    assertThatThrownBy(() -> ids(Survey.objects.filter("marks__contains", List.of("x"))))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("arrays.Survey.marks is compared with a whole number, not with");
    assertThatThrownBy(() -> ids(Survey.objects.filter("tags__icontains", "java")))
        .isInstanceOf(QueryException.class)
        .hasMessage(
            "arrays.Survey.tags is an array, which has no look-up \"icontains\". It has: exact, in, isnull, contains, contained_by, overlap, len, a position (0), a slice (0_2).");
    assertThatThrownBy(() -> ids(Survey.objects.filter("tags__0_", "java")))
        .isInstanceOf(QueryException.class);
    assertThatThrownBy(() -> survey.tags.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void otherDatabasesHaveNone() {
    Backend.SQLITE
        .site()
        .run(() ->
            assertThatThrownBy(ArrayFieldTest::createTable)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining(
                    "SQLite has no array types; only PostgreSQL has. Take @Array off the field: a List without it is held as JSON."));
  }
}
