package io.quintet.forms.models;

import io.quintet.forms.fields.Choices;
import io.quintet.forms.widgets.Option;
import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows to choose from; the primary key is what is sent.
 *
 * <pre>{@code
 * choice("author", ModelChoices.of(Author.objects.filter(author.active.eq(true))))
 * }</pre>
 *
 * @param <M> the model
 */
public final class ModelChoices<M extends Entity> implements Choices<M> {
  private final QuerySet<M> rows;
  private final FieldMeta key;
  private final Function<? super M, ?> label;

  private ModelChoices(QuerySet<M> rows, FieldMeta key, Function<? super M, ?> label) {
    this.rows = rows;
    this.key = key;
    this.label = label;
  }

  /** The rows of a query, labelled by their {@code toString}; asked anew for each form shown. */
  public static <M extends Entity> ModelChoices<M> of(QuerySet<M> rows) {
    return new ModelChoices<>(rows, rows.model().primaryKey(), Entity::toString);
  }

  static <M extends Entity> ModelChoices<M> all(ModelMeta<M> meta) {
    return of(meta.manager().all());
  }

  /** The same rows with other labels. */
  public ModelChoices<M> labelled(Function<? super M, ?> label) {
    return new ModelChoices<>(rows, key, label);
  }

  @Override
  public List<Option.Choice> options() {
    List<Option.Choice> options = new ArrayList<>();
    for (M row : rows.all().list()) {
      options.add(new Option.Choice(key(row), label.apply(row)));
    }
    return options;
  }

  @Override
  public @Nullable M find(String text) {
    Object value = RowKeys.parse(key, text);
    return value == null ? null : rows.findById(value).orElse(null);
  }

  @Override
  public String key(M row) {
    Object value = key.get(row);
    return value == null ? "" : ModelFields.key(value);
  }
}
