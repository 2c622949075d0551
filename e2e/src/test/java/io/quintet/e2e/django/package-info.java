/** The way here from a site that was made with Django, as a person goes it. */
@NullMarked
package io.quintet.e2e.django;

import org.jspecify.annotations.NullMarked;
