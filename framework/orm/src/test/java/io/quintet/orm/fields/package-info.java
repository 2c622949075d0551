/** Models with fields of every kind that has rules of its own. */
package io.quintet.orm.fields;
