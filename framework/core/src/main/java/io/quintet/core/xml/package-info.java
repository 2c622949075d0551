/** XML from outside, read safely: {@link io.quintet.core.xml.Xml}. */
@NullMarked
package io.quintet.core.xml;

import org.jspecify.annotations.NullMarked;
