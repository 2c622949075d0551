package institute.api;

import institute.articles.Article;
import io.quintet.rest.serializers.Naming;
import io.quintet.rest.serializers.ReadOnly;
import io.quintet.rest.serializers.Serializes;
import io.quintet.rest.serializers.SlugRelated;
import io.quintet.rest.serializers.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

// snippet: serializer
/** An article as the API shows it. */
@Serializes(value = Article.class, naming = Naming.SNAKE_CASE)
public record ArticleData(
    @ReadOnly Long id,
    String title,
    String slug,
    String summary,
    @ReadOnly AuthorData author,
    @SlugRelated("slug") String category,
    @SlugRelated("name") List<String> tags,
    int readingMinutes,
    @Nullable Instant published,
    @Source("getAbsoluteUrl") String url) {}
// end snippet
