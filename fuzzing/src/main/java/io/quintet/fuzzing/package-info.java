/** What fuzz targets are written with; see docs/fuzzing.md. For tests only. */
@NullMarked
package io.quintet.fuzzing;

import org.jspecify.annotations.NullMarked;
