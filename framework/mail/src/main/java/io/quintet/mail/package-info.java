/**
 * Mail: {@link io.quintet.mail.Mail} is a message, {@link io.quintet.mail.Mailer} sends it the way
 * the site is set up for.
 */
@NullMarked
package io.quintet.mail;

import org.jspecify.annotations.NullMarked;
