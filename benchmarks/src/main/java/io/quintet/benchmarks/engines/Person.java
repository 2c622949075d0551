package io.quintet.benchmarks.engines;

import io.quintet.templates.TemplateData;

/** A person in a language that Latin-1 cannot write. */
@TemplateData
public record Person(String name, String city, String text) {}
