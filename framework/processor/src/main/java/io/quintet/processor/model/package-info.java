/**
 * Reads models and rows, reports mistakes in them, and writes their typed paths, metadata and
 * readers.
 */
package io.quintet.processor.model;
