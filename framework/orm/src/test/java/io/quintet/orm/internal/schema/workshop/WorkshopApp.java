package io.quintet.orm.internal.schema.workshop;

import io.quintet.core.App;

/** An app with two models and one migration, which knows the first model only. */
public final class WorkshopApp implements App {}
