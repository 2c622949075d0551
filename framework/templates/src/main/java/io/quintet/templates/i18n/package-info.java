/** Catalogues of translations in gettext's format. */
@NullMarked
package io.quintet.templates.i18n;

import org.jspecify.annotations.NullMarked;
