package io.quintet.admin;

import io.quintet.forms.BaseField;
import io.quintet.http.Request;
import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything that was declared for a model. {@link ModelAdmin} copies it before each change. */
final class Options<M extends Entity> {
  /** A column that is no field. */
  record Computed<M>(String name, String label, String orderBy, Function<M, ?> value) {}

  List<String> columns = List.of();
  List<String> links = List.of();
  List<String> search = List.of();
  List<String> filters = List.of();
  List<String> ordering = List.of();
  String dates = "";
  int pageSize = 50;
  List<Fieldset> fieldsets = List.of();
  Set<String> excluded = Set.of();
  Set<String> readOnly = Set.of();
  Set<String> rawId = Set.of();
  Map<String, List<String>> prepopulated = Map.of();
  Map<String, Computed<M>> computed = Map.of();
  Map<String, Consumer<BaseField<?, ?>>> fieldChanges = Map.of();
  List<Inline<M, ?>> inlines = List.of();
  List<Action<M>> actions = List.of();
  boolean deleteAction = true;
  List<SaveHook<M>> beforeSave = List.of();
  List<SaveHook<M>> afterSave = List.of();
  List<AccessRule<M>> rules = List.of();
  @Nullable FormFactory<M> form;
  @Nullable FormFactory<M> addForm;
  @Nullable BiFunction<Request, QuerySet<M>, QuerySet<M>> rows;
  @Nullable BiFunction<Request, M, ? extends Collection<String>> readOnlyFor;
  @Nullable Function<M, String> siteUrl;

  Options<M> copy() {
    Options<M> copy = new Options<>();
    copy.columns = columns;
    copy.links = links;
    copy.search = search;
    copy.filters = filters;
    copy.ordering = ordering;
    copy.dates = dates;
    copy.pageSize = pageSize;
    copy.fieldsets = fieldsets;
    copy.excluded = excluded;
    copy.readOnly = readOnly;
    copy.rawId = rawId;
    copy.prepopulated = prepopulated;
    copy.computed = computed;
    copy.fieldChanges = fieldChanges;
    copy.inlines = inlines;
    copy.actions = actions;
    copy.deleteAction = deleteAction;
    copy.beforeSave = beforeSave;
    copy.afterSave = afterSave;
    copy.rules = rules;
    copy.form = form;
    copy.addForm = addForm;
    copy.rows = rows;
    copy.readOnlyFor = readOnlyFor;
    copy.siteUrl = siteUrl;
    return copy;
  }

  static <T> List<T> plus(List<T> list, T item) {
    List<T> all = new ArrayList<>(list);
    all.add(item);
    return List.copyOf(all);
  }

  static <V> Map<String, V> plus(Map<String, V> map, String name, V value) {
    Map<String, V> all = new LinkedHashMap<>(map);
    all.put(name, value);
    return all;
  }

  static Set<String> plus(Set<String> set, String... names) {
    Set<String> all = new LinkedHashSet<>(set);
    all.addAll(List.of(names));
    return all;
  }
}
