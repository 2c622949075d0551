package institute.booking;

import io.quintet.admin.Admin;
import io.quintet.admin.ModelAdmin;
import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.tasks.Tasks;

/** Demo sessions. */
public final class BookingApp implements App {
  @Override
  public void configure(AppConfig config) {
    config.add(Tasks.POINT, BookingTasks.CONFIRM);
    // snippet: admin
    config.add(
        Admin.MODELS,
        ModelAdmin.of(Booking.class)
            .columns("name", "email", "course", "day", "slot", "status", "created")
            .search("name", "email", "phone")
            .filters("status", "course", "day")
            .readOnly("created", "confirmationSent"));
    // end snippet
  }
}
