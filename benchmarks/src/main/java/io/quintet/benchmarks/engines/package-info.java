/**
 * Template engines side by side: the same pages with the same data, byte for byte, by Quintet and
 * by seven others.
 */
@NullMarked
package io.quintet.benchmarks.engines;

import org.jspecify.annotations.NullMarked;
