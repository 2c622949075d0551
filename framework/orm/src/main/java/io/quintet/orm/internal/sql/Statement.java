package io.quintet.orm.internal.sql;

import java.util.List;

/** A finished statement. */
public record Statement(String sql, List<Param> params) {}
