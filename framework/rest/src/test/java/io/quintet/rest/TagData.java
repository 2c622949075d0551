package io.quintet.rest;

import io.quintet.rest.serializers.Serializes;
import io.quintet.rest.shop.Tag;

/** A tag in the API. */
@Serializes(Tag.class)
public record TagData(String label) {}
