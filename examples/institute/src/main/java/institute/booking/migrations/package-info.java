/** The history of the tables of this app. */
@NullMarked
package institute.booking.migrations;

import org.jspecify.annotations.NullMarked;
