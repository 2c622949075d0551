package institute.booking;

import static institute.booking.QBooking.booking;

import io.quintet.auth.Auth;
import io.quintet.auth.Guards;
import io.quintet.auth.User;
import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.http.View;
import io.quintet.http.routing.Routes;
import io.quintet.http.routing.Urls;
import io.quintet.orm.Db;
import io.quintet.views.FormView;
import io.quintet.views.Shortcuts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Booking a demo session. */
public final class BookingViews {
  private static final String LAST_BOOKING = "last_booking";

  private BookingViews() {}

  // snippet: urls
  /** The routes. */
  public static void urls(Routes routes) {
    routes.path("", BookingViews.book()).name("book");
    routes.path("thanks/", BookingViews::thanks).name("thanks");
    routes.path("mine/", BookingViews::mine).with(Guards.loginRequired()).name("mine");
  }

  // end snippet

  // snippet: book
  static View book() {
    return FormView.from(BookingViews::form)
        .template("booking/book.html")
        .onValid((request, form) -> {
          Booking made = Db.atomic(() -> save(form, Auth.user(request)));
          request.session().put(LAST_BOOKING, made.id);
          return Response.redirect(Urls.reverse("booking:thanks"));
        });
  }

  private static BookingForm form(Request request) {
    var form = new BookingForm();
    form.initial(initial(request, Auth.user(request)));
    return form;
  }

  /** Saves the booking and its confirmation task: both, or neither. */
  private static Booking save(BookingForm form, Optional<User> user) {
    var made = new Booking();
    made.name = form.name.value();
    made.email = form.email.value();
    made.phone = form.phone.value();
    made.course.set(form.course.value());
    made.day = form.day.value();
    made.slot = form.slot.value();
    made.goals = form.goals.value();
    user.ifPresent(made.user::set);
    made.save();
    BookingTasks.CONFIRM.enqueue(made.id);
    return made;
  }

  // end snippet

  static Response thanks(Request request) {
    Map<String, Object> values = new HashMap<>();
    request
        .session()
        .number(LAST_BOOKING)
        .flatMap(id -> Booking.objects.filter(booking.id.eq(id)).first())
        .ifPresent(last -> values.put("booking", last));
    return Shortcuts.render(request, "booking/thanks.html", values);
  }

  static Response mine(Request request) {
    User user = Auth.requireUser(request);
    return Shortcuts.render(
        request,
        "booking/mine.html",
        Map.of(
            "bookings",
            Booking.objects
                .filter(booking.user().id.eq(user.id))
                .selectRelated(booking.course())
                .list()));
  }

  private static Map<String, Object> initial(Request request, Optional<User> user) {
    Map<String, Object> initial = new HashMap<>();
    user.ifPresent(known -> {
      initial.put("name", known.fullName());
      initial.put("email", known.email);
    });
    request.query().find("course").ifPresent(slug -> initial.put("course", slug));
    return initial;
  }
}
