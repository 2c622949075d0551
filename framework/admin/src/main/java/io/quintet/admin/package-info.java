/**
 * The admin. {@code ModelAdmin} declarations come in through {@code Admin.MODELS}; pages for staff
 * go out below the address at which {@code Admin.urls()} is included.
 */
@NullMarked
package io.quintet.admin;

import org.jspecify.annotations.NullMarked;
