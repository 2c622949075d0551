/** Tests of the REST layer. */
@NullMarked
package io.quintet.rest;

import org.jspecify.annotations.NullMarked;
