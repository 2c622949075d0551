package io.quintet.benchmarks.yardstick;

import io.quintet.rest.serializers.Serializes;
import io.quintet.rest.serializers.SlugRelated;
import java.util.List;

/** What a client sends to make a post: author and tags by key, the category by its slug. */
@Serializes(Post.class)
public record NewPost(
    String title,
    String slug,
    String body,
    Author author,
    @SlugRelated("slug") Category category,
    List<Tag> tags) {}
