package io.quintet.rest.shop;

import io.quintet.rest.serializers.NotRequired;
import io.quintet.rest.serializers.Serializes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** How much came in. */
@Serializes
public record Restock(
    @Min(1) @Max(50) int quantity, @NotRequired @Size(max = 10) @Nullable String reason) {}
