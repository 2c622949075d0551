/** The tables of the database broker. */
@NullMarked
package io.quintet.tasks.models;

import org.jspecify.annotations.NullMarked;
