package io.quintet.benchmarks.yardstick;

import io.quintet.rest.serializers.ReadOnly;
import io.quintet.rest.serializers.Serializes;

/** The author of a post as the API shows it. */
@Serializes(Author.class)
public record AuthorData(@ReadOnly Long id, String name) {}
