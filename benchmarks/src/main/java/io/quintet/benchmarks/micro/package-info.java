/** Micro-benchmarks of single parts of the framework, run by JMH. */
@NullMarked
package io.quintet.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
