/**
 * The yardstick: one workload, served the same way by every peer, over a seeded PostgreSQL
 * database.
 */
@NullMarked
package io.quintet.benchmarks.yardstick;

import org.jspecify.annotations.NullMarked;
