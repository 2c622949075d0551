/** Models of every kind: versioned, proxied, with parts in several tables. */
package io.quintet.orm.kinds;
