/** Models of the tests: authors and their posts. */
@NullMarked
package io.quintet.views.blog;

import org.jspecify.annotations.NullMarked;
