/** Commands that write projects and apps, and that package a site. */
@NullMarked
package io.quintet.scaffold;

import org.jspecify.annotations.NullMarked;
