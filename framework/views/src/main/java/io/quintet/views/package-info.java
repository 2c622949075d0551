/**
 * Where the rooms meet: pages rendered from templates, rows or 404, generic views, pagination,
 * cached views. A request comes in, a response goes out; what lies between uses only what a site
 * could use.
 */
@NullMarked
package io.quintet.views;

import org.jspecify.annotations.NullMarked;
