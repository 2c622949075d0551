package io.quintet.benchmarks.yardstick;

import io.quintet.rest.serializers.Naming;
import io.quintet.rest.serializers.ReadOnly;
import io.quintet.rest.serializers.Serializes;
import io.quintet.rest.serializers.SlugRelated;
import java.time.Instant;
import java.util.List;

/** A post as the API shows it. */
@Serializes(value = Post.class, naming = Naming.SNAKE_CASE)
public record PostData(
    @ReadOnly Long id,
    String title,
    String slug,
    String body,
    @ReadOnly Instant publishedAt,
    @ReadOnly AuthorData author,
    @SlugRelated("slug") String category,
    @SlugRelated("name") List<String> tags) {}
