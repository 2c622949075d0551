package io.quintet.processor.model;

import javax.lang.model.element.VariableElement;

/** A many-to-many relation as it was declared. */
record ManyDef(
    VariableElement element, String name, String target, String relatedName, String source) {}
