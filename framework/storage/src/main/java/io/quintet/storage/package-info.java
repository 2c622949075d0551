/**
 * Files that outlive a request: where they are kept ({@link io.quintet.storage.Storage}), how a
 * model remembers them ({@link io.quintet.storage.StoredFile}), how they arrive ({@link
 * io.quintet.storage.UploadedFile}) and what they contain ({@link io.quintet.storage.ContentTypes},
 * {@link io.quintet.storage.ImageInfo}).
 */
@NullMarked
package io.quintet.storage;

import org.jspecify.annotations.NullMarked;
