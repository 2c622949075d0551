package io.quintet.orm.kinds;

import io.quintet.orm.annotation.Row;
import io.quintet.orm.blog.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a list of posts shows. */
@Row
public record Headline(String title, Status status, @Nullable Instant publishedAt) {}
