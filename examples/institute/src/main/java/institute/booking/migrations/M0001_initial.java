package institute.booking.migrations;

import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.migrations.Migration;

/** Create model Booking. */
public final class M0001_initial extends Migration {
  public M0001_initial() {
    super("booking", "0001_initial");
    dependsOn("courses", "0001_initial");
    dependsOn("auth", "0001_initial");
    operations(
        createModel("Booking")
            .fields(
                id(),
                varchar("name", 100),
                varchar("email", 254),
                varchar("phone", 30),
                foreignKey("course", "courses.Course", OnDelete.PROTECT),
                date("day"),
                varchar("slot", 32),
                text("goals"),
                varchar("status", 32),
                foreignKey("user", "auth.User", OnDelete.SET_NULL).nullable(),
                timestamp("created"),
                timestamp("confirmationSent").nullable())
            .ordering("-created"));
  }
}
