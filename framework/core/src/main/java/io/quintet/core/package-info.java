/** The site and its apps: what is installed, what each app contributes, what is in force now. */
@NullMarked
package io.quintet.core;

import org.jspecify.annotations.NullMarked;
