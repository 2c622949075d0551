/** Recorded pairs of project states, and what Django's autodetector makes of them. */
@NullMarked
package io.quintet.conformance.migrations;

import org.jspecify.annotations.NullMarked;
