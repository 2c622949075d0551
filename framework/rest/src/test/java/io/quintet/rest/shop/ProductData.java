package io.quintet.rest.shop;

import io.quintet.rest.serializers.Name;
import io.quintet.rest.serializers.Naming;
import io.quintet.rest.serializers.ReadOnly;
import io.quintet.rest.serializers.Serializes;
import io.quintet.rest.serializers.SlugRelated;
import io.quintet.rest.serializers.Source;
import io.quintet.rest.serializers.ValidationException;
import io.quintet.rest.serializers.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product as the API shows it. */
@Serializes(value = Product.class, naming = Naming.SNAKE_CASE)
public record ProductData(
    @ReadOnly Long id,
    String sku,
    String title,
    String body,
    @Nullable BigDecimal price,
    int stock,
    Status status,
    @Name("released_at") @Nullable Instant released,
    @SlugRelated("slug") Category category,
    @Source("category.name") String categoryName,
    @ReadOnly @Source("category") CategoryData categoryDetail,
    @SlugRelated("label") List<String> tags,
    String display) {
  static void validate(Values values) {
    if (values.get("status") == Status.ON_SALE && Integer.valueOf(0).equals(values.get("stock"))) {
      throw ValidationException.of("Nothing is in stock to be sold.");
    }
  }
}
