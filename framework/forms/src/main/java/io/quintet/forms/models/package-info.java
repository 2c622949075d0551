/** Forms made from models: only the fields that are listed, saved through the model. */
@NullMarked
package io.quintet.forms.models;

import org.jspecify.annotations.NullMarked;
