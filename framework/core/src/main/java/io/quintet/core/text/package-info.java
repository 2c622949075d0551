/** Text helpers: escaping, slugs, truncation, links, stripping of tags. */
@NullMarked
package io.quintet.core.text;

import org.jspecify.annotations.NullMarked;
