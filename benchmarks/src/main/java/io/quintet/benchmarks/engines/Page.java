package io.quintet.benchmarks.engines;

import java.util.Map;

/** The values of a page: typed, and by name for engines that have no types. */
public interface Page {
  /** The values by name. */
  Map<String, Object> names();
}
