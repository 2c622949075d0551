/** How a client narrows, searches and orders a list. */
@NullMarked
package io.quintet.rest.filters;

import org.jspecify.annotations.NullMarked;
