package io.quintet.orm;

import static io.quintet.orm.kinds.QDocument.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.kinds.Document;
import io.quintet.orm.kinds.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class VersionTest extends OrmTest {
  VersionTest(Backend backend) {
    super(backend);
  }

  @Test
  void everyUpdateRaisesTheVersion() {
    Document found = Document.objects.create(new Document("draft"));
    assertThat(found.version).isZero();
    found.title = "first";
    found.save();
    found.title = "second";
    found.save();
    assertThat(found.version).isEqualTo(2);
    assertThat(Document.objects.getById(found.id).version).isEqualTo(2);
    expectStatements(0, found::save);
  }

  @Test
  void whatWasReadBeforeAChangeOfSomeoneElseIsNotWritten() {
    Document mine = Document.objects.create(new Document("draft"));
    Document theirs = Document.objects.getById(mine.id);
    theirs.title = "theirs";
    theirs.save();
    mine.title = "mine";
    assertThatThrownBy(mine::save).isInstanceOf(StaleEntityException.class);
    assertThat(Document.objects.getById(mine.id).title).isEqualTo("theirs");
    mine.refresh();
    mine.title = "mine";
    mine.save();
    assertThat(Document.objects.getById(mine.id).title).isEqualTo("mine");
  }

  @Test
  void aVersionThatWasCarriedAlongFindsChangesMadeInBetween() {
    Document found = Document.objects.create(new Document("draft"));
    int shown = found.version;
    found.title = "changed";
    found.save();
    Document again = Document.objects.getById(found.id);
    again.version = shown;
    again.title = "too late";
    assertThatThrownBy(again::save).isInstanceOf(StaleEntityException.class);
  }

  @Test
  void changingManyRowsRaisesTheirVersions() {
    Document found = Document.objects.create(new Document("draft"));
    Document.objects.all().update(document.title.set("all"));
    Document.objects.all().update(Map.of("title", "again"));
    assertThat(Document.objects.getById(found.id).version).isEqualTo(2);
    found.title = "mine";
    assertThatThrownBy(found::save).isInstanceOf(StaleEntityException.class);
    Document.objects.all().update(document.version.set(0));
    assertThat(Document.objects.getById(found.id).version).isZero();
  }

  @Test
  void bulkUpdateRaisesTheVersionsOfItsEntities() {
    Document mine = Document.objects.create(new Document("draft"));
    Document theirs = Document.objects.getById(mine.id);
    mine.title = "bulk";
    Document.objects.all().bulkUpdate(List.of(mine), "title");
    mine.title = "mine";
    mine.save();
    assertThat(Document.objects.getById(mine.id).title).isEqualTo("mine");
    theirs.title = "theirs";
    assertThatThrownBy(theirs::save).isInstanceOf(StaleEntityException.class);
  }

  @Test
  void aTimeServesAsVersion() {
    Page page = Page.objects.create(new Page());
    Instant first = page.changed;
    assertThat(first).isNotNull();
    Page other = Page.objects.getById(page.id);
    other.title = "theirs";
    other.save();
    assertThat(other.changed).isAfter(first);
    page.title = "mine";
    assertThatThrownBy(page::save).isInstanceOf(StaleEntityException.class);
  }

  @Nested
  class Failures {
    @Test
    void whenTheRaceIsLostModelKeyAndWayOutAreNamed() {
      Document mine = Document.objects.create(new Document("draft"));
      Document.objects.all().update(document.title.set("theirs"));
      mine.title = "mine";
      assertThatThrownBy(mine::save)
          .isInstanceOfSatisfying(
              StaleEntityException.class,
              e -> {
                assertThat(e.model()).isEqualTo("kinds.Document");
                assertThat(e.key()).isEqualTo(mine.id);
              })
          .hasMessage(
              "kinds.Document %d was changed by someone else: its row is no longer at version 0. Read it again (refresh()), make the change anew and save."
                  .formatted(mine.id));
      assertThat(mine.version).isZero();
    }

    @Test
    void whenTheRowIsGone() {
      Document mine = Document.objects.create(new Document("draft"));
      Document.objects.all().delete();
      mine.title = "mine";
      assertThatThrownBy(mine::save).isInstanceOf(DoesNotExist.class);
    }
  }
}
