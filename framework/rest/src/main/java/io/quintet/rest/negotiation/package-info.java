/** Formats: how bodies are written and read. */
@NullMarked
package io.quintet.rest.negotiation;

import org.jspecify.annotations.NullMarked;
