package io.quintet.orm;

import static io.quintet.orm.kinds.QFolder.folder;
import static io.quintet.orm.kinds.QPaper.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.expr.Aggregates;
import io.quintet.orm.kinds.Clip;
import io.quintet.orm.kinds.Folder;
import io.quintet.orm.kinds.Paper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class SoftDeleteTest extends OrmTest {
  private Folder red;
  private Folder blue;
  private Paper bill;
  private Paper note;

  SoftDeleteTest(Backend backend) {
    super(backend);
  }

  private void fill() {
    red = Folder.objects.create(new Folder("red"));
    blue = Folder.objects.create(new Folder("blue"));
    bill = Paper.objects.create(new Paper("bill", red));
    note = Paper.objects.create(new Paper("note", red));
  }

  @Test
  void aDeletedRowIsMarkedAndHidden() {
    fill();
    assertThat(note.delete()).isEqualTo(Map.of("kinds.Paper", 1L));
    assertThat(note.isSaved()).isTrue();
    assertThat(note.deleted).isNotNull();
    assertThat(Paper.objects.list()).containsExactly(bill);
    assertThat(Paper.objects.count()).isEqualTo(1);
    assertThat(Paper.objects.findById(note.key)).isEmpty();
    assertThat(Paper.objects.withDeleted().list()).containsExactly(bill, note);
    assertThat(Paper.objects.withDeleted().filter(paper.deleted.isNotNull()).list())
        .containsExactly(note);
  }

  @Test
  void settingTheFieldToNullRestoresARow() {
    fill();
    note.delete();
    note.deleted = null;
    note.save();
    assertThat(Paper.objects.count()).isEqualTo(2);
  }

  @Test
  void rowsThatWouldCascadeAreMarkedTooIfTheyCanBe() {
    fill();
    Clip clip = Clip.objects.create(new Clip(bill, false));
    clip.folder.set(red);
    clip.save();
    assertThat(red.delete()).isEqualTo(Map.of("kinds.Folder", 1L, "kinds.Paper", 2L));
    assertThat(Paper.objects.exists()).isFalse();
    assertThat(Clip.objects.list()).containsExactly(clip);
    assertThat(Clip.objects.get().folder.get()).isEqualTo(red);
  }

  @Test
  void manyLeaveOutMarkedRowsAndOneDoesNot() {
    fill();
    note.delete();
    assertThat(red.related(Paper.class, "papers").list()).containsExactly(bill);
    assertThat(red.related(Paper.class, "papers").count()).isEqualTo(1);
    Folder prefetched = Folder.objects.prefetchRelated("papers").get("name", "red");
    assertThat(prefetched.related(Paper.class, "papers").list()).containsExactly(bill);
    red.delete();
    assertThat(Paper.objects.withDeleted().get("title", "bill").folder.get()).isEqualTo(red);
    assertThat(
            Paper.objects
                .withDeleted()
                .selectRelated(paper.folder())
                .get("title", "bill")
                .folder
                .get())
        .isEqualTo(red);
  }

  @Test
  void conditionsAndAggregatesOverManyLeaveOutMarkedRows() {
    fill();
    note.delete();
    assertThat(Folder.objects.filter(folder.papers().title.eq("note")).exists()).isFalse();
    assertThat(Folder.objects.filter("papers__title", "bill").list()).containsExactly(red);
    assertThat(Folder.objects.exclude(folder.papers().title.eq("note")).count()).isEqualTo(2);
    assertThat(
            Folder.objects
                .select(folder.name, Aggregates.count(folder.papers()))
                .orderBy(folder.name.asc())
                .list())
        .containsExactly(List.of("blue", 0L), List.of("red", 1L));
    red.similar.add(blue);
    blue.delete();
    assertThat(red.similar.list()).isEmpty();
    assertThat(Folder.objects.filter(folder.similar().isNotNull()).exists()).isFalse();
    assertThat(Folder.objects.filter("similar", blue).exists()).isFalse();
  }

  @Test
  void aQuerysetMarksItsRows() {
    fill();
    assertThat(Paper.objects.filter("title", "note").delete()).isEqualTo(1);
    assertThat(Paper.objects.filter("title", "note").delete()).isZero();
    assertThat(Paper.objects.withDeleted().count()).isEqualTo(2);
  }

  @Test
  void hardDeleteRemovesRowsAndWhatPointsToThemMarkedOrNot() {
    fill();
    note.delete();
    Clip clip = Clip.objects.create(new Clip(note, true));
    clip.folder.set(red);
    clip.save();
    assertThat(red.hardDelete())
        .isEqualTo(Map.of("kinds.Folder", 1L, "kinds.Paper", 2L, "kinds.Clip", 1L));
    assertThat(red.isSaved()).isFalse();
    assertThat(Paper.objects.withDeleted().exists()).isFalse();
    assertThat(Folder.objects.withDeleted().list()).containsExactly(blue);
    blue.delete();
    assertThat(Folder.objects.all().hardDelete()).isZero();
    assertThat(Folder.objects.withDeleted().hardDelete()).isEqualTo(1);
  }

  @Test
  void aMarkedRowStillTakesItsUniqueValues() {
    fill();
    blue.delete();
    Folder again = new Folder("blue");
    assertThat(again.validate().isEmpty()).isFalse();
    assertThatThrownBy(() -> Db.atomic(again::save)).isInstanceOf(IntegrityException.class);
  }

  @Test
  void theFirstManagerOfAModelIsWhereRelationsToManyBegin() {
    fill();
    Clip good = Clip.objects.create(new Clip(bill, false));
    Clip bad = Clip.objects.create(new Clip(bill, true));
    assertThat(Clip.objects.list()).containsExactly(good);
    assertThat(Clip.everything.orderBy("id").list()).containsExactly(good, bad);
    assertThat(bill.related(Clip.class, "clips").list()).containsExactly(good);
    assertThat(bill.related(Clip.class, "clips").all().list()).containsExactly(good);
    assertThat(bad.isSaved()).isTrue();
    assertThat(bill.hardDelete()).containsEntry("kinds.Clip", 2L);
  }

  @Test
  void aKeyOfTheTypeUuidIsMadeInTheOrderOfTime() {
    fill();
    assertThat(bill.key.version()).isEqualTo(7);
    assertThat(bill.key.variant()).isEqualTo(2);
    assertThat(bill.key.getMostSignificantBits())
        .isLessThanOrEqualTo(note.key.getMostSignificantBits());
    Paper.objects.bulkCreate(List.of(new Paper("a", blue), new Paper("b", blue)));
    assertThat(Paper.objects.filter("folder", blue).list()).allMatch(p -> p.key.version() == 7);
  }
}
