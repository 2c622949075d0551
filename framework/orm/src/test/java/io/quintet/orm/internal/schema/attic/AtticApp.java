package io.quintet.orm.internal.schema.attic;

import io.quintet.core.App;

/** An app whose models are gone, while its migration still makes them. */
public final class AtticApp implements App {}
