/** Files in a store that speaks the protocol of Amazon S3. */
@NullMarked
package io.quintet.s3;

import org.jspecify.annotations.NullMarked;
