/** The OpenAPI document of an API. */
@NullMarked
package io.quintet.rest.openapi;

import org.jspecify.annotations.NullMarked;
