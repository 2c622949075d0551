package io.quintet.orm;

import static io.quintet.orm.kinds.QPatient.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.core.CoreSettings;
import io.quintet.core.SiteContext;
import io.quintet.core.signing.BadSignature;
import io.quintet.core.signing.Encryption;
import io.quintet.orm.kinds.Patient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class EncryptedTest extends OrmTest {
  private static final String SECRET = "Ünsichtbar 123";

  EncryptedTest(Backend backend) {
    super(backend);
  }

  private static Patient saved() {
    Patient made = new Patient("Ann");
    made.insurance = "A1";
    made.notes = SECRET;
    made.save();
    return made;
  }

  private static String stored(Patient row, String column) {
    return (String)
        Db.query("SELECT " + column + " AS c FROM kinds_patient WHERE id = ?", row.id)
            .getFirst()
            .get("c");
  }

  @Test
  void entitiesHaveInClearWhatStandsEncryptedInTheDatabase() {
    Patient made = saved();
    assertThat(stored(made, "notes")).startsWith("aes1.").doesNotContain("123");
    assertThat(Patient.objects.getById(made.id).notes).isEqualTo(SECRET);
    assertThat(Patient.objects.getById(made.id).insurance).isEqualTo("A1");
    expectStatements(0, made::save);
    made.notes = null;
    made.save();
    assertThat(Patient.objects.getById(made.id).notes).isNull();
    assertThat(stored(made, "notes")).isNull();
  }

  @Test
  void theSameTextIsAnotherEachTime() {
    assertThat(stored(saved(), "insurance")).isNotEqualTo(stored(saved(), "insurance"));
  }

  @Test
  void allWaysOfWritingEncrypt() {
    Patient made = saved();
    Patient.objects.filter("pk", made.id).update(patient.notes.set("typed"));
    assertThat(stored(made, "notes")).startsWith("aes1.");
    Patient.objects.filter("pk", made.id).update(Map.of("insurance", "by name"));
    Patient more = new Patient("Bob");
    more.notes = "bulk";
    Patient.objects.bulkCreate(List.of(more));
    assertThat(stored(more, "notes")).startsWith("aes1.");
    assertThat(Patient.objects.raw("SELECT * FROM kinds_patient ORDER BY id"))
        .extracting(p -> p.notes, p -> p.insurance)
        .contains(
            org.assertj.core.groups.Tuple.tuple("typed", "by name"),
            org.assertj.core.groups.Tuple.tuple("bulk", ""));
  }

  @Test
  void aFieldThatWasLeftOutIsReadWhenItIsTouched() {
    Patient made = saved();
    Patient found = Patient.objects.all().defer("notes").get("pk", made.id);
    expectStatements(
        1,
        () ->
            assertThat(io.quintet.orm.meta.Models.of(found).field("notes").get(found))
                .isEqualTo(SECRET));
  }

  @Test
  void whatAFormerKeyEncryptedCanStillBeRead() {
    String purpose = "orm.kinds.Patient.notes";
    String old = Encryption.of(List.of("the old key"), purpose).encrypt(SECRET);
    assertThat(Encryption.of(List.of("the new key", "the old key"), purpose).decrypt(old))
        .isEqualTo(SECRET);
    assertThatThrownBy(() -> Encryption.of(List.of("the new key"), purpose).decrypt(old))
        .isInstanceOf(BadSignature.class)
        .hasMessage(
            "The text was not encrypted with the secret key or a former key of this site, or was changed.");
    assertThat(SiteContext.current().setting(CoreSettings.SECRET_KEY)).isNotEmpty();
  }

  @Nested
  class Failures {
    @Test
    void whenAQueryWantsToCompareSortOrSelectIt() {
      String message =
          "kinds.Patient.notes is encrypted, so the database cannot compare, sort or select it. Read entities, or use a field that is not encrypted.";
      assertThatThrownBy(() -> Patient.objects.filter(patient.notes.eq("x")).list())
          .isInstanceOf(QueryException.class)
          .hasMessage(message);
      assertThatThrownBy(() -> Patient.objects.filter("notes__icontains", "x").list())
          .hasMessage(message);
      assertThatThrownBy(() -> Patient.objects.orderBy("notes").list()).hasMessage(message);
      assertThatThrownBy(() -> Patient.objects.values("notes").list()).hasMessage(message);
    }

    @Test
    void whenItIsSetToAnExpression() {
      assertThatThrownBy(() -> Patient.objects.all().update(patient.notes.set(patient.name)))
          .hasMessage(
              "kinds.Patient.notes is encrypted, so it can be set to a value only, not to an expression of the database.");
    }

    @Test
    void whenATextWasMovedFromAnotherColumn() {
      Patient made = saved();
      Db.execute("UPDATE kinds_patient SET notes = insurance");
      assertThatThrownBy(() -> Patient.objects.getById(made.id)).isInstanceOf(BadSignature.class);
    }
  }
}
