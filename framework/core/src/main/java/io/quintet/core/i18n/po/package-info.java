/** Catalogues of messages in the two formats of gettext: text for people, binary for programs. */
@NullMarked
package io.quintet.core.i18n.po;

import org.jspecify.annotations.NullMarked;
