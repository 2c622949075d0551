/** The REST layer: APIs made of view sets and serializers. */
@NullMarked
package io.quintet.rest;

import org.jspecify.annotations.NullMarked;
