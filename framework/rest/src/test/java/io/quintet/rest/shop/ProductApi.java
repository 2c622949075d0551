package io.quintet.rest.shop;

import io.quintet.rest.ApiRequest;
import io.quintet.rest.ApiResponse;
import io.quintet.rest.filters.FilterSet;
import io.quintet.rest.filters.Ordering;
import io.quintet.rest.filters.Search;
import io.quintet.rest.pagination.PageNumbers;
import io.quintet.rest.pagination.Pagination;
import io.quintet.rest.serializers.Serializers;
import io.quintet.rest.viewsets.ExtraAction;
import io.quintet.rest.viewsets.ModelViewSet;
import java.util.List;
import java.util.Map;

/** The products, for reading and writing. */
public class ProductApi extends ModelViewSet<Product, ProductData> {
  /** All products. */
  public ProductApi() {
    super(Product.class, ProductData.class);
  }

  @Override
  public FilterSet filters() {
    return FilterSet.of("status", "category__slug", "tags__label").named("min_price", "price__gte");
  }

  @Override
  public Search search() {
    return Search.in("title", "^sku", "tags__label");
  }

  @Override
  public Ordering ordering() {
    return Ordering.by("title", "stock");
  }

  @Override
  public Pagination pagination() {
    return PageNumbers.of(2).choosable("page_size", 5);
  }

  @Override
  public List<ExtraAction> extraActions() {
    return List.of(
        ExtraAction.detail("restock").on("POST", this::restock).taking(Restock.class),
        ExtraAction.list("cheapest").on("GET", this::cheapest).returning(ProductData.class));
  }

  private ApiResponse restock(ApiRequest request) {
    Product product = object(request);
    Restock restock = Serializers.of(Restock.class).parse(request.data());
    product.stock += restock.quantity();
    product.save();
    return ApiResponse.of(202, Map.of("stock", product.stock));
  }

  private ApiResponse cheapest(ApiRequest request) {
    return ApiResponse.ok(
        serializer().representAll(queryset(request).orderBy("price").limit(1).list()));
  }
}
