/** Free demo sessions: the form, the confirmation mail, one's own bookings. */
@NullMarked
package institute.booking;

import org.jspecify.annotations.NullMarked;
