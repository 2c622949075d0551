package io.quintet.conformance;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of cases.
 *
 * @param file its name
 * @param name the area
 * @param data everything in it
 */
public record Area(String file, String name, Map<String, @Nullable Object> data) {}
