/** Short messages to the visitor that outlive a redirect: "Your booking was saved." */
@NullMarked
package io.quintet.http.messages;

import org.jspecify.annotations.NullMarked;
