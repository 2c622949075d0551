package io.quintet.rest.shop;

import io.quintet.rest.serializers.ReadOnly;
import io.quintet.rest.serializers.Serializes;

/** A sheet in the API; its version is sent back by the client. */
@Serializes(Sheet.class)
public record SheetData(@ReadOnly Long id, String title, int version) {}
