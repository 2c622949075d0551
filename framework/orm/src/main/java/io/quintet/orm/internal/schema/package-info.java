/**
 * From models and operations to DDL: change detection, the writer of sources, the schema editors,
 * the executor.
 */
@NullMarked
package io.quintet.orm.internal.schema;

import org.jspecify.annotations.NullMarked;
