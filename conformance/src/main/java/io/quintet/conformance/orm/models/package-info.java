/**
 * The models that the recorded cases of the ORM are about. Their fields are called as in the cases,
 * so that a path in a case is a path here.
 */
@NullMarked
package io.quintet.conformance.orm.models;

import org.jspecify.annotations.NullMarked;
