/** The history of the admin's table. */
@NullMarked
package io.quintet.admin.migrations;

import org.jspecify.annotations.NullMarked;
