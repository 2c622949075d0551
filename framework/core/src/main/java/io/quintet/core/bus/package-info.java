/** Short texts from process to process of one site: {@link io.quintet.core.bus.MessageBus}. */
@NullMarked
package io.quintet.core.bus;

import org.jspecify.annotations.NullMarked;
