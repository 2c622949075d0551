/** Reads records with {@code @Serializes} and writes their serializers. */
package io.quintet.processor.serializer;
