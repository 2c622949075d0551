/** Models with arrays, which only PostgreSQL has. */
package io.quintet.orm.arrays;
