package io.quintet.orm.migrations;

/**
 * How far a back-fill has come.
 *
 * @param done rows so far, those of runs before not counted
 * @param total rows in the table when it began
 */
public record BackFillProgress(long done, long total) {}
