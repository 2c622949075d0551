package io.quintet.rest.shop;

import io.quintet.rest.serializers.ReadOnly;
import io.quintet.rest.serializers.Serializes;

/** A category as the API shows it. */
@Serializes(Category.class)
public record CategoryData(@ReadOnly Long id, String name, String slug, int productCount) {
  static int productCount(Category category) {
    return (int) category.related(Product.class, "products").count();
  }
}
