package io.quintet.orm.internal.functions;

import io.quintet.orm.expr.SqlFunction;

/** A function that comes with the framework, which a dialect may spell in its own way. */
public sealed interface Builtin extends SqlFunction
    permits AggregateFunction,
        Cast,
        Collate,
        Extract,
        GeneralFunction,
        MathFunction,
        TextFunction,
        Trunc,
        WindowFunction {}
