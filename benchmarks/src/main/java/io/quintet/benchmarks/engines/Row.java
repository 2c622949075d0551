package io.quintet.benchmarks.engines;

import io.quintet.templates.TemplateData;
import java.util.List;

/** A row of the large table. */
@TemplateData
public record Row(List<Cell> cells) {}
