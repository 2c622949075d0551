/** S3-compatible storage against a store that checks signatures. */
@NullMarked
package io.quintet.s3;

import org.jspecify.annotations.NullMarked;
