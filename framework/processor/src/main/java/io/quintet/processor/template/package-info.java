/** Reads templates and the types that they show, and writes the code that joins them. */
package io.quintet.processor.template;
