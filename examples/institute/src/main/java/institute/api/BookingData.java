package institute.api;

import institute.booking.Booking;
import io.quintet.rest.serializers.Naming;
import io.quintet.rest.serializers.ReadOnly;
import io.quintet.rest.serializers.Serializes;
import io.quintet.rest.serializers.SlugRelated;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A booking as staff see it. */
@Serializes(value = Booking.class, naming = Naming.SNAKE_CASE)
public record BookingData(
    @ReadOnly Long id,
    String name,
    String email,
    String phone,
    @SlugRelated("slug") String course,
    LocalDate day,
    Booking.Slot slot,
    String goals,
    Booking.Status status,
    @ReadOnly Instant created,
    @ReadOnly @Nullable Instant confirmationSent) {}
