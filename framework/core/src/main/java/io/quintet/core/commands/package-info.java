/** Commands of a site: declared by apps, parsed and run by name. */
@NullMarked
package io.quintet.core.commands;

import org.jspecify.annotations.NullMarked;
