package io.quintet.forms.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.core.MultiMap;
import io.quintet.forms.Form;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposedFieldsTest {
  enum Currency {
    EUR,
    CHF
  }

  record Money(BigDecimal amount, @Nullable Currency currency) {}

  /** An amount with its currency, in two inputs. */
  static final class MoneyField extends MultiValueField<Money> {
    MoneyField(String name) {
      super(
          name,
          new DecimalField("amount").decimalPlaces(2),
          new ChoiceField<>("currency", Choices.of(Currency.class)));
    }

    @Override
    protected Money compress(List<@Nullable Object> values) {
      return new Money((BigDecimal) values.get(0), (Currency) values.get(1));
    }

    @Override
    protected List<@Nullable Object> decompress(Money money) {
      return java.util.Arrays.asList(money.amount(), money.currency());
    }
  }

  static final class Offer extends Form {
    final MoneyField price = add(new MoneyField("price"));
  }

  @Nested
  class AValueInSeveralInputs {
    private final Offer offer = new Offer();

    @Test
    void isPutTogetherFromItsParts() {
      offer.bind(MultiMap.of("price_0", "2.50", "price_1", "CHF"));
      assertThat(offer.price.value()).isEqualTo(new Money(new BigDecimal("2.50"), Currency.CHF));
    }

    @Test
    void isShownInItsParts() {
      offer.price.initial(new Money(new BigDecimal("3"), Currency.EUR));
      assertThat(offer.field("price").html())
          .contains("name=\"price_0\" value=\"3\"")
          .contains("<select name=\"price_1\"")
          .contains("<option value=\"EUR\" selected>");
    }

    @Test
    void tellsWhatIsWrongWithEachPartOnce() {
      offer.bind(MultiMap.of("price_0", "2.555", "price_1", "USD"));
      assertThat(offer.price.errors())
          .containsExactly(
              "Ensure that there are no more than 2 decimal places.",
              "Select a valid choice. USD is not one of the available choices.");
    }

    @Test
    void needsAllItsPartsUnlessToldOtherwise() {
      offer.bind(MultiMap.of("price_0", "2", "price_1", ""));
      assertThat(offer.price.errors()).containsExactly("This field is required.");
      offer.price.requireAll(false);
      offer.bind(MultiMap.of("price_0", "2", "price_1", ""));
      assertThat(offer.price.errors()).containsExactly("Enter a complete value.");
      offer.price.optional();
      assertThat(offer.bind(MultiMap.of("price_0", "", "price_1", "")).isValid()).isTrue();
      assertThat(offer.price.find()).isEmpty();
    }

    @Test
    void isNoText() {
      assertThat(
              offer.bind(io.quintet.forms.Submission.of(java.util.Map.of("price", "2"))).errors())
          .containsKey("price");
    }

    @Test
    void hasChangedWhenAPartHas() {
      offer.price.initial(new Money(new BigDecimal("3"), Currency.EUR));
      assertThat(offer.bind(MultiMap.of("price_0", "3.00", "price_1", "EUR")).hasChanged())
          .isFalse();
      assertThat(offer.bind(MultiMap.of("price_0", "3", "price_1", "CHF")).hasChanged()).isTrue();
    }
  }

  @Nested
  class FilesOfAFolder {
    @TempDir Path folder;

    private FilePaths open() throws IOException {
      Files.createDirectories(folder.resolve("sub/deep"));
      Files.writeString(folder.resolve("a.csv"), "");
      Files.writeString(folder.resolve("b.txt"), "");
      Files.writeString(folder.resolve("sub/c.csv"), "");
      Files.writeString(folder.resolveSibling("outside.csv"), "");
      return FilePaths.in(folder);
    }

    private List<String> names(FilePaths paths) {
      return paths.options().stream().map(option -> option.value()).toList();
    }

    @Test
    void areChosenByTheirNameWithinIt() throws IOException {
      assertThat(names(open())).containsExactly("a.csv", "b.txt");
      assertThat(names(open().matching(Pattern.compile(".*\\.csv")).recursive()))
          .containsExactly("a.csv", "sub/c.csv");
      assertThat(names(open().foldersOnly())).containsExactly("sub");
      assertThat(names(open().andFolders().recursive()))
          .containsExactly("a.csv", "b.txt", "sub", "sub/c.csv", "sub/deep");
      assertThat(open().find("a.csv")).isEqualTo(folder.resolve("a.csv"));
    }

    @Test
    void nothingThatIsSentLeadsElsewhere() throws IOException {
      FilePaths paths = open().matching(Pattern.compile(".*\\.csv"));
      for (String sent :
          List.of(
              "../outside.csv",
              "b.txt",
              "sub/c.csv",
              "./a.csv",
              folder.resolve("a.csv").toString(),
              "",
              "a.csv\0")) {
        assertThat(paths.find(sent)).as(sent).isNull();
      }
    }
  }
}
