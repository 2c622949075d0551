/** A small shop, for the tests. */
@NullMarked
package io.quintet.rest.shop;

import org.jspecify.annotations.NullMarked;
