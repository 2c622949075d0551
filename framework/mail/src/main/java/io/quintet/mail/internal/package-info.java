/** The ways of sending that come with the framework. */
@NullMarked
package io.quintet.mail.internal;

import org.jspecify.annotations.NullMarked;
