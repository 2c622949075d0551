/** Who may call what. */
@NullMarked
package io.quintet.rest.permissions;

import org.jspecify.annotations.NullMarked;
