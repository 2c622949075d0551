package io.quintet.admin;

import io.quintet.forms.models.ModelForm;
import io.quintet.http.Request;
import io.quintet.orm.Entity;

/**
 * Makes the form with which a row is added or changed.
 *
 * @param <M> the model
 */
@FunctionalInterface
public interface FormFactory<M extends Entity> {
  /**
   * The form of an entity.
   *
   * @param entity the row, new when it is not saved
   * @param fields the fields that the admin would let the user edit; a form may list others
   */
  ModelForm<M> create(Request request, M entity, String... fields);
}
