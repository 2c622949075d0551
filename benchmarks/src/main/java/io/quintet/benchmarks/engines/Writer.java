package io.quintet.benchmarks.engines;

import io.quintet.templates.TemplateData;

/** Who wrote an article. */
@TemplateData
public record Writer(String name, String slug) {}
