/** Tests of serializers and their declarations. */
@NullMarked
package io.quintet.rest.serializers;

import org.jspecify.annotations.NullMarked;
