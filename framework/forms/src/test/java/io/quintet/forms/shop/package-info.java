/** Models of the tests: items, their makers and labels. */
@NullMarked
package io.quintet.forms.shop;

import org.jspecify.annotations.NullMarked;
