package io.quintet.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.templates.Engine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaginatorTest {
  private final List<Integer> numbers = IntStream.rangeClosed(1, 25).boxed().toList();

  @Test
  void cutsAListIntoPages() {
    Paginator<Integer> paginator = Paginator.of(numbers, 10);
    assertThat(paginator.pages()).isEqualTo(3);
    Page<Integer> last = paginator.page(3);
    assertThat(last).containsExactly(21, 22, 23, 24, 25);
    assertThat(last.startIndex()).isEqualTo(21);
    assertThat(last.endIndex()).isEqualTo(25);
    assertThat(last.hasNext()).isFalse();
    assertThat(last.hasPrevious()).isTrue();
  }

  @Test
  void aSmallLastPageJoinsTheOneBefore() {
    Paginator<Integer> paginator = Paginator.of(numbers, 10).orphans(5);
    assertThat(paginator.pages()).isEqualTo(2);
    assertThat(paginator.page(2)).hasSize(15);
  }

  @Test
  void anEmptyListHasOneEmptyPage() {
    Page<Integer> page = Paginator.<Integer>of(List.of(), 10).page(1);
    assertThat(page).isEmpty();
    assertThat(page.startIndex()).isZero();
  }

  @Test
  void readsOnlyWhatAPageShowsAndCountsOnce() {
    AtomicInteger counted = new AtomicInteger();
    Paginator<Integer> paginator =
        Paginator.of(
            () -> 25 + 0 * counted.incrementAndGet(),
            (offset, limit) -> numbers.subList(offset, offset + limit),
            10);
    paginator.page(1).hasNext();
    paginator.page(2).hasNext();
    assertThat(counted).hasValue(1);
  }

  @Test
  void whatAVisitorAskedForIsBroughtIntoRange() {
    Paginator<Integer> paginator = Paginator.of(numbers, 10);
    assertThat(paginator.pageOrNearest(null).number()).isEqualTo(1);
    assertThat(paginator.pageOrNearest("two").number()).isEqualTo(1);
    assertThat(paginator.pageOrNearest("99").number()).isEqualTo(3);
    assertThat(paginator.pageOrNearest("0").number()).isEqualTo(3);
  }

  @Test
  void manyPagesAreElided() {
    Paginator<Integer> paginator = Paginator.of(IntStream.range(0, 500).boxed().toList(), 10);
    assertThat(paginator.elidedRange(25, 2, 1))
        .containsExactly(1, "…", 23, 24, 25, 26, 27, "…", 50);
    assertThat(paginator.elidedRange(1, 2, 1)).containsExactly(1, 2, 3, "…", 50);
  }

  @Test
  void templatesReadAPage() {
    Page<Integer> page = Paginator.of(numbers, 10).page(2);
    String html =
        Engine.builder()
            .build()
            .fromString(
                "{{ page.number }}/{{ page.paginator.num_pages }}:"
                    + "{% for n in page %}{{ n }} {% endfor %}"
                    + "{% if page.has_next %}next {{ page.next_page_number }}{% endif %}")
            .render(Map.of("page", page));
    assertThat(html).isEqualTo("2/3:11 12 13 14 15 16 17 18 19 20 next 3");
  }

  @Test
  void aPageThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> Paginator.of(numbers, 10).page(4))
        .hasMessage("There is no page 4; the pages are 1 to 3");
  }
}
