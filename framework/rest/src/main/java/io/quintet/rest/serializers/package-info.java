/**
 * Serializers: records that say what an API shows and takes.
 *
 * <p>The annotation processor writes a {@link io.quintet.rest.serializers.Serializer} for each
 * record with {@link io.quintet.rest.serializers.Serializes}; {@link
 * io.quintet.rest.serializers.Serializers} finds it.
 */
@NullMarked
package io.quintet.rest.serializers;

import org.jspecify.annotations.NullMarked;
