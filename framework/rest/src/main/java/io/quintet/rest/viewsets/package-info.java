/** Views and view sets: what an address of an API does for each method. */
@NullMarked
package io.quintet.rest.viewsets;

import org.jspecify.annotations.NullMarked;
