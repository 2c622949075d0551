package io.quintet.rest.shop;

import io.quintet.rest.serializers.ReadOnly;
import io.quintet.rest.serializers.Serializes;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A season as the API shows it. */
@Serializes(Season.class)
public record SeasonData(@ReadOnly Long id, String name, String slug, @Nullable LocalDate ends) {}
