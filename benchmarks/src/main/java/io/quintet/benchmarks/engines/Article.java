package io.quintet.benchmarks.engines;

import io.quintet.templates.TemplateData;
import java.util.List;

/** An article in a list. */
@TemplateData
public record Article(
    String title,
    String slug,
    Writer author,
    String date,
    String teaser,
    List<String> tags,
    boolean featured) {}
