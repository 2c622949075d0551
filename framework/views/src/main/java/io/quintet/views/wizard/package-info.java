/** Wizards: forms on several pages; step by step comes in, all answers together go out. */
@NullMarked
package io.quintet.views.wizard;

import org.jspecify.annotations.NullMarked;
