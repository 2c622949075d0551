package io.quintet.orm.blog;

import io.quintet.orm.annotation.Row;
import org.jspecify.annotations.Nullable;

/** What a list shows of a post. */
@Row
public record Card(
    String title, String author, Status status, long tags, @Nullable Integer views) {}
