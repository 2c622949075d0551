package institute;

import static org.assertj.core.api.Assertions.assertThat;

import institute.booking.Booking;
import institute.booking.BookingTasks;
import io.quintet.http.Response;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BookingTest extends SiteTest {
  private Response book(String goals, LocalDate day) {
    return client()
        .post(
            "/booking/",
            "name",
            "Ada Lovelace",
            "email",
            "ada@example.org",
            "phone",
            "+44 20 7946 0000",
            "course",
            "models-that-last",
            "day",
            day.toString(),
            "slot",
            "MORNING",
            "goals",
            goals);
  }

  private static LocalDate next(DayOfWeek wanted) {
    LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(7);
    while (day.getDayOfWeek() != wanted) {
      day = day.plusDays(1);
    }
    return day;
  }

  @Test
  void aBookingIsConfirmedByATask() {
    site.outbox().clear();
    site.tasks().clear();
    Response response = book("To ask what I mean.", next(DayOfWeek.TUESDAY));
    assertThat(response.header("Location")).contains("/booking/thanks/");
    assertThat(site.tasks().arguments(BookingTasks.CONFIRM)).hasSize(1);
    assertThat(site.outbox().mails()).isEmpty();
    assertThat(site.runTasks()).isEqualTo(1);
    assertThat(site.outbox().last().text()).contains("Models that last").contains("Morning");
    assertThat(
            site.call(() -> Booking.objects.filter("name", "Ada Lovelace").first().orElseThrow())
                .confirmationSent)
        .isNotNull();
  }

  @Test
  void theFormShowsTheLabelsOfTheModel() {
    assertThat(client().get("/booking/").text()).contains(">Evening, 18 to 20</option>");
  }

  // snippet: test
  @Test
  void aTaskThatRunsTwiceSendsOneMail() {
    site.outbox().clear();
    site.tasks().clear();
    book("Twice.", next(DayOfWeek.WEDNESDAY));
    long id = site.tasks().arguments(BookingTasks.CONFIRM).getFirst();
    site.run(() -> BookingTasks.CONFIRM.enqueue(id));
    site.runTasks();
    assertThat(site.outbox().mails()).hasSize(1);
  }

  // end snippet

  @Test
  void aMissingFieldIsNamedAndTheInputKept() {
    long before = site.call(() -> Booking.objects.all().count());
    Response response = book("", next(DayOfWeek.THURSDAY));
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text())
        .contains("id=\"id_goals_error\"")
        .contains("This field is required.")
        .contains("value=\"Ada Lovelace\"")
        .contains("<option value=\"models-that-last\" selected>");
    assertThat(site.call(() -> Booking.objects.all().count())).isEqualTo(before);
  }

  @Test
  void aDayAtTheWeekendIsRefused() {
    assertThat(book("Fun.", next(DayOfWeek.SUNDAY)).text()).contains("We are closed at week-ends.");
    assertThat(book("Fun.", LocalDate.now(ZoneOffset.UTC)).text())
        .contains("Choose a day from tomorrow on.");
  }
}
