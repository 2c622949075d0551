package io.quintet.orm.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.orm.migrations.ColumnType;
import io.quintet.orm.migrations.ColumnType.Simple;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TypedValuesTest {
  @Test
  void whatAPersonTypesBecomesAValueOfTheColumn() {
    assertThat(TypedValues.parse("12", Simple.INTEGER)).isEqualTo(12L);
    assertThat(TypedValues.parse("true", Simple.BOOLEAN)).isEqualTo(true);
    assertThat(TypedValues.parse("1.50", new ColumnType.Decimal(5, 2)))
        .isEqualTo(new BigDecimal("1.50"));
    assertThat(TypedValues.parse("2026-11-24T14:30:00Z", Simple.TIMESTAMP))
        .isEqualTo(Instant.parse("2026-11-24T14:30:00Z"));
    assertThat(TypedValues.parse("draft", new ColumnType.Varchar(5))).isEqualTo("draft");
  }

  @Test
  void whatDoesNotFitIsRefusedWithAnExample() {
    assertThatThrownBy(() -> TypedValues.parse("many", Simple.INTEGER))
        .hasMessage("'many' does not fit: write it like 0.");
    assertThatThrownBy(() -> TypedValues.parse("too long", new ColumnType.Varchar(5)))
        .hasMessage("'too long' does not fit: write it like text of at most 5 characters.");
    assertThatThrownBy(() -> TypedValues.parse("yes", Simple.BOOLEAN))
        .hasMessage("'yes' does not fit: write it like true or false.");
  }

  @Test
  void everyExampleFitsItsOwnType() {
    for (Simple type : Simple.values()) {
      if (type != Simple.BOOLEAN && type != Simple.BINARY) {
        assertThat(TypedValues.parse(TypedValues.example(type), type)).as(type.name()).isNotNull();
      }
    }
  }
}
