package io.quintet.orm;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.orm.kinds.Patient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Backend.class)
class DatabaseDefaultTest extends OrmTest {
  DatabaseDefaultTest(Backend backend) {
    super(backend);
  }

  @Test
  void whatTheDatabaseFillsInIsReadBackInTheSameStatement() {
    Patient made = new Patient("Ann");
    expectStatements(1, made::save);
    assertThat(made.ward).isEqualTo(7);
    assertThat(made.arrived).isNotNull();
    expectStatements(0, made::save);
    Patient given = new Patient("Bob");
    given.ward = 3;
    given.save();
    assertThat(given.ward).isEqualTo(3);
    assertThat(Patient.objects.getById(given.id).ward).isEqualTo(3);
  }

  @Test
  void nullIsWrittenByAnUpdate() {
    Patient made = new Patient("Ann");
    made.save();
    made.ward = null;
    made.save();
    assertThat(Patient.objects.getById(made.id).ward).isNull();
  }

  @Test
  void bulkCreateFillsEachEntityIn() {
    Patient first = new Patient("Ann");
    Patient second = new Patient("Bob");
    second.ward = 2;
    Patient third = new Patient("Cid");
    Patient.objects.bulkCreate(List.of(first, second, third));
    assertThat(List.of(first, second, third)).extracting(p -> p.ward).containsExactly(7, 2, 7);
    assertThat(List.of(first, second, third)).extracting(p -> p.id).doesNotHaveDuplicates();
    assertThat(Patient.objects.getById(third.id).name).isEqualTo("Cid");
  }
}
