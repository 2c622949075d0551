/** The tags and filters that the framework has, written as any library is. */
@NullMarked
package io.quintet.templates.library;

import org.jspecify.annotations.NullMarked;
