/** How long lists are cut into pages. */
@NullMarked
package io.quintet.rest.pagination;

import org.jspecify.annotations.NullMarked;
