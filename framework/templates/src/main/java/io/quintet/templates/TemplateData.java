package io.quintet.templates;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets templates read a record or class: its record components, public fields and public methods
 * without arguments. The annotation processor writes the {@link PropertyAccess} for it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface TemplateData {}
