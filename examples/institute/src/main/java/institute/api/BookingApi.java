package institute.api;

import institute.booking.Booking;
import io.quintet.orm.QuerySet;
import io.quintet.rest.ApiRequest;
import io.quintet.rest.filters.FilterSet;
import io.quintet.rest.filters.Ordering;
import io.quintet.rest.filters.Search;
import io.quintet.rest.permissions.Permission;
import io.quintet.rest.permissions.Permissions;
import io.quintet.rest.viewsets.ModelViewSet;
import java.util.List;

/** The bookings, for staff. */
final class BookingApi extends ModelViewSet<Booking, BookingData> {
  BookingApi() {
    super(Booking.class, BookingData.class);
  }

  @Override
  public String description() {
    return "The demo sessions that were asked for; for staff.";
  }

  @Override
  public List<Permission> permissions(ApiRequest request) {
    return List.of(Permissions.IS_ADMIN_USER);
  }

  @Override
  public QuerySet<Booking> queryset(ApiRequest request) {
    return Booking.objects.all().selectRelated("course");
  }

  @Override
  public FilterSet filters() {
    return FilterSet.of("status", "slot", "day").named("course", "course__slug");
  }

  @Override
  public Search search() {
    return Search.in("name", "email", "course__title");
  }

  @Override
  public Ordering ordering() {
    return Ordering.by("day", "created", "name");
  }
}
