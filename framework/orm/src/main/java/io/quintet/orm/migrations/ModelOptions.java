package io.quintet.orm.migrations;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a model as a whole.
 *
 * @param table the table, or null for the usual {@code app_model}
 * @param comment the comment of the table in the database, or null for none
 * @param managed false when the table belongs to someone else and migrations leave it alone
 * @param proxy true when the model has no table of its own but that of its base
 * @param ordering field names in default order, "-" before one for descending
 * @param uniqueTogether lists of fields in which no two rows agree
 * @param orderWithRespectTo the field within whose value rows have a place of their own, kept in
 *     the column {@code _order}, or null
 * @param notes what is recorded about the model and concerns the program alone, never the table
 */
public record ModelOptions(
    @Nullable String table,
    @Nullable String comment,
    boolean managed,
    boolean proxy,
    List<String> ordering,
    List<List<String>> uniqueTogether,
    @Nullable String orderWithRespectTo,
    Map<String, String> notes) {
  /** Usual table, managed, no order. */
  public static final ModelOptions USUAL =
      new ModelOptions(null, null, true, false, List.of(), List.of(), null, Map.of());

  /** Copies the lists. */
  public ModelOptions {
    ordering = List.copyOf(ordering);
    uniqueTogether = uniqueTogether.stream().map(List::copyOf).toList();
    notes = Map.copyOf(notes);
  }

  /** Whether migrations make and change a table for the model. */
  public boolean hasTable() {
    return managed && !proxy;
  }

  /** Another table than the usual one, or null for that. */
  public ModelOptions table(@Nullable String name) {
    return new ModelOptions(
        name, comment, managed, proxy, ordering, uniqueTogether, orderWithRespectTo, notes);
  }

  /** A comment of the table in the database, or null for none. */
  public ModelOptions comment(@Nullable String text) {
    return new ModelOptions(
        table, text, managed, proxy, ordering, uniqueTogether, orderWithRespectTo, notes);
  }

  /** The table belongs to someone else. */
  public ModelOptions unmanaged() {
    return managed(false);
  }

  /** Whether migrations look after the table. */
  public ModelOptions managed(boolean on) {
    return new ModelOptions(
        table, comment, on, proxy, ordering, uniqueTogether, orderWithRespectTo, notes);
  }

  /** The model has the table of its base. */
  public ModelOptions asProxy() {
    return new ModelOptions(
        table, comment, managed, true, ordering, uniqueTogether, orderWithRespectTo, notes);
  }

  /** The default order. */
  public ModelOptions ordering(String... fields) {
    return ordering(Arrays.asList(fields));
  }

  /** The default order. */
  public ModelOptions ordering(List<String> fields) {
    return new ModelOptions(
        table, comment, managed, proxy, fields, uniqueTogether, orderWithRespectTo, notes);
  }

  /** One list more of fields in which no two rows agree. */
  public ModelOptions uniqueTogether(String... fields) {
    return uniqueTogether(
        Stream.concat(uniqueTogether.stream(), Stream.of(Arrays.asList(fields))).toList());
  }

  /** All lists of fields in which no two rows agree. */
  public ModelOptions uniqueTogether(List<List<String>> all) {
    return new ModelOptions(
        table, comment, managed, proxy, ordering, all, orderWithRespectTo, notes);
  }

  /** Rows have a place within the value of that field, or null for none. */
  public ModelOptions orderWithRespectTo(@Nullable String field) {
    return new ModelOptions(table, comment, managed, proxy, ordering, uniqueTogether, field, notes);
  }

  /** Something recorded about the model that concerns the program alone. */
  public ModelOptions note(String key, String value) {
    return withNotes(Notes.plus(notes, key, value));
  }

  /** With other notes. */
  public ModelOptions withNotes(Map<String, String> newNotes) {
    return new ModelOptions(
        table, comment, managed, proxy, ordering, uniqueTogether, orderWithRespectTo, newNotes);
  }

  /** Only what concerns neither the table's columns nor its name: see {@code alterOptions}. */
  public ModelOptions outline() {
    return USUAL.managed(managed).ordering(ordering).withNotes(notes);
  }

  /** These, with what concerns neither columns nor name taken from others. */
  ModelOptions with(ModelOptions outline) {
    return managed(outline.managed()).ordering(outline.ordering()).withNotes(outline.notes());
  }
}
