/** Widgets: how a field looks in HTML and how its value is read from what was sent. */
@NullMarked
package io.quintet.forms.widgets;

import org.jspecify.annotations.NullMarked;
