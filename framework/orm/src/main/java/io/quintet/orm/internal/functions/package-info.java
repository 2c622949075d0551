/** The functions that come with the framework: what they are called and what they yield. */
@NullMarked
package io.quintet.orm.internal.functions;

import org.jspecify.annotations.NullMarked;
