package io.quintet.rest.viewsets;

import io.quintet.orm.Entity;
import io.quintet.rest.ApiRequest;
import io.quintet.rest.ApiResponse;
import io.quintet.rest.serializers.Serializer;
import io.quintet.rest.serializers.Validation;
import io.quintet.rest.serializers.Values;
import java.util.Map;

/**
 * Lists, shows, makes, changes and deletes the rows of a model.
 *
 * <p>What happens around saving can be changed: {@link #beforeCreate}, {@link #beforeUpdate},
 * {@link #create(ApiRequest, Values)}, {@link #update(ApiRequest, Entity, Values)}, {@link
 * #delete}.
 *
 * @param <E> the model
 * @param <R> the record that shows it
 */
public abstract class ModelViewSet<E extends Entity, R> extends ReadOnlyViewSet<E, R> {
  /** A view set of a model, shown as a record. */
  protected ModelViewSet(Class<E> type, Class<R> record) {
    super(type, record);
  }

  @Override
  protected Map<String, NamedHandler> listHandlers() {
    Map<String, NamedHandler> handlers = super.listHandlers();
    handlers.put("POST", new NamedHandler("create", this::create));
    return handlers;
  }

  @Override
  protected Map<String, NamedHandler> detailHandlers() {
    Map<String, NamedHandler> handlers = super.detailHandlers();
    handlers.put("PUT", new NamedHandler("update", request -> change(request, false)));
    handlers.put("PATCH", new NamedHandler("partial_update", request -> change(request, true)));
    handlers.put("DELETE", new NamedHandler("destroy", this::destroy));
    return handlers;
  }

  /** Makes a row of the body. */
  public ApiResponse create(ApiRequest request) throws Exception {
    Serializer<E, ?> serializer = serializer(request);
    Values values = serializer.validate(request.data(), Validation.create());
    E made = create(request, beforeCreate(request, values));
    return ApiResponse.of(201, serializer.represent(made));
  }

  private ApiResponse change(ApiRequest request, boolean partial) {
    E row = object(request);
    Serializer<E, ?> serializer = serializer(request);
    Values values = serializer.validate(request.data(), new Validation<>(row, partial));
    E changed = update(request, row, beforeUpdate(request, row, values));
    return ApiResponse.ok(serializer.represent(changed));
  }

  /** Deletes the row that the path names. */
  public ApiResponse destroy(ApiRequest request) throws Exception {
    delete(request, object(request));
    return ApiResponse.noContent();
  }

  /** The values of a new row; add to them what the client may not choose. */
  protected Values beforeCreate(ApiRequest request, Values values) {
    return values;
  }

  /** The values of a change. */
  protected Values beforeUpdate(ApiRequest request, E row, Values values) {
    return values;
  }

  /** Makes a row. */
  protected E create(ApiRequest request, Values values) {
    return serializer(request).create(values);
  }

  /** Changes a row. */
  protected E update(ApiRequest request, E row, Values values) {
    return serializer(request).update(row, values);
  }

  /** Deletes a row. */
  protected void delete(ApiRequest request, E row) {
    row.delete();
  }
}
