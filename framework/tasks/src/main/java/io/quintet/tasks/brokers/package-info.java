/** The brokers that ship with the framework. */
@NullMarked
package io.quintet.tasks.brokers;

import org.jspecify.annotations.NullMarked;
