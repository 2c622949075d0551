/**
 * What values mean in a template: truth, equality, order, length, iteration, and how they print.
 */
@NullMarked
package io.quintet.templates.values;

import org.jspecify.annotations.NullMarked;
