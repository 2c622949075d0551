/** The history of the tables of users, groups and permissions. */
@NullMarked
package io.quintet.auth.migrations;

import org.jspecify.annotations.NullMarked;
