package io.quintet.orm.internal.dialect;

/**
 * What a database can do.
 *
 * @param selectForUpdate whether rows can be locked while they are read
 * @param maxParameters the greatest number of parameters of a statement that we use
 * @param oneWriter whether only one transaction can write at a time
 * @param wideIntegers whether a column of whole numbers compares with any of 64 bits
 * @param distinctOn whether it can keep the first of the rows that agree in some columns
 * @param aggregateFilter whether an aggregate can be limited to some rows
 * @param deferredKeys whether foreign keys are checked at the end of a transaction
 * @param nulInText whether text may have a NUL in it
 */
public record Features(
    boolean selectForUpdate,
    int maxParameters,
    boolean oneWriter,
    boolean wideIntegers,
    boolean distinctOn,
    boolean aggregateFilter,
    boolean deferredKeys,
    boolean nulInText) {}
