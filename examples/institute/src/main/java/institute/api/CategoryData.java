package institute.api;

import institute.articles.Category;
import io.quintet.rest.serializers.Naming;
import io.quintet.rest.serializers.ReadOnly;
import io.quintet.rest.serializers.Serializes;
import io.quintet.rest.serializers.Source;

/** A category as the API shows it. */
@Serializes(value = Category.class, naming = Naming.SNAKE_CASE)
public record CategoryData(
    @ReadOnly Long id,
    String name,
    String slug,
    String summary,
    @Source("getAbsoluteUrl") String url) {}
