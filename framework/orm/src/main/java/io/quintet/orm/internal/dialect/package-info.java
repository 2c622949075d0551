/**
 * How each database spells things: what it can do, its SQL, its values. The schema part stands
 * beside, in internal.schema.
 */
@NullMarked
package io.quintet.orm.internal.dialect;

import org.jspecify.annotations.NullMarked;
