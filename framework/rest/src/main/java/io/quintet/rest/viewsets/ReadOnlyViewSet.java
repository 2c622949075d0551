package io.quintet.rest.viewsets;

import io.quintet.http.HttpError;
import io.quintet.orm.Entity;
import io.quintet.orm.QuerySet;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.rest.ApiErrors;
import io.quintet.rest.ApiRequest;
import io.quintet.rest.ApiResponse;
import io.quintet.rest.filters.FilterSet;
import io.quintet.rest.filters.Ordering;
import io.quintet.rest.filters.Search;
import io.quintet.rest.pagination.PageNumbers;
import io.quintet.rest.pagination.Pagination;
import io.quintet.rest.serializers.Inputs;
import io.quintet.rest.serializers.Serializer;
import io.quintet.rest.serializers.Serializers;
import io.quintet.rest.serializers.ValidationException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Lists and shows the rows of a model.
 *
 * <pre>{@code
 * public final class ArticleApi extends ReadOnlyViewSet<Article, ArticleData> {
 *   public ArticleApi() {
 *     super(Article.class, ArticleData.class);
 *   }
 *
 *   public FilterSet filters() {
 *     return FilterSet.of("category__slug", "published__gte");
 *   }
 * }
 * }</pre>
 *
 * @param <E> the model
 * @param <R> the record that shows it
 */
public abstract class ReadOnlyViewSet<E extends Entity, R> extends ViewSet {
  private final Class<E> type;
  private final Class<R> record;

  /** A view set of a model, shown as a record. */
  protected ReadOnlyViewSet(Class<E> type, Class<R> record) {
    this.type = type;
    this.record = record;
  }

  /** The model. */
  public final ModelMeta<E> model() {
    return Models.of(type);
  }

  /** The rows that a client may see; override it to leave some out. */
  public QuerySet<E> queryset(ApiRequest request) {
    return model().manager().all();
  }

  /** How rows are shown and read; override it to use another record for some actions. */
  public Serializer<E, ?> serializer(ApiRequest request) {
    return serializer();
  }

  /** The serializer of the record. */
  public final Serializer<E, R> serializer() {
    return Serializers.of(type, record);
  }

  /** The parameters by which a list is narrowed. */
  public FilterSet filters() {
    return FilterSet.none();
  }

  /** The fields that a search looks into. */
  public Search search() {
    return Search.none();
  }

  /** The fields by which a list may be ordered. */
  public Ordering ordering() {
    return Ordering.none();
  }

  /** How lists are cut. */
  public Pagination pagination() {
    return PageNumbers.standard();
  }

  @Override
  public String title() {
    String words = model().verboseName();
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  @Override
  protected String baseName() {
    return model().name().toLowerCase(Locale.ROOT);
  }

  @Override
  protected Map<String, NamedHandler> listHandlers() {
    Map<String, NamedHandler> handlers = new LinkedHashMap<>();
    handlers.put("GET", new NamedHandler("list", this::list));
    return handlers;
  }

  @Override
  protected Map<String, NamedHandler> detailHandlers() {
    Map<String, NamedHandler> handlers = new LinkedHashMap<>();
    handlers.put("GET", new NamedHandler("retrieve", this::retrieve));
    return handlers;
  }

  /** The rows that a request asks for: seen by the client, narrowed, searched and ordered. */
  protected final QuerySet<E> rows(ApiRequest request) {
    QuerySet<E> narrowed = filters().apply(request, queryset(request));
    return ordering().apply(request, search().apply(request, narrowed));
  }

  /** Answers with a page of rows. */
  public ApiResponse list(ApiRequest request) throws Exception {
    Pagination.Page<E> page = pagination().page(request, rows(request));
    return ApiResponse.ok(page.envelope(serializer(request).representAll(page.items())));
  }

  /** Answers with one row. */
  public ApiResponse retrieve(ApiRequest request) throws Exception {
    return ApiResponse.ok(serializer(request).represent(object(request)));
  }

  /**
   * The row that the path names, once the rules for it are checked.
   *
   * @throws HttpError 404 when there is none that the client may see, 403 when it may not be
   *     touched
   */
  public final E object(ApiRequest request) {
    FieldMeta field = lookup().equals("pk") ? model().primaryKey() : model().field(lookup());
    String text = String.valueOf(request.pathValue(lookup()).orElseThrow());
    E found =
        key(field, text)
            .flatMap(key -> rows(request).filter(field.name(), key).first())
            .orElseThrow(
                () -> ApiErrors.notFound("No " + model().name() + " matches the given query."));
    checkObject(request, found);
    return found;
  }

  private Optional<Object> key(FieldMeta field, String text) {
    try {
      return Optional.ofNullable(Inputs.read(field.columnType(), text));
    } catch (ValidationException notAKey) {
      return Optional.empty();
    }
  }
}
