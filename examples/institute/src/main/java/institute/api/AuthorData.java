package institute.api;

import institute.articles.Author;
import io.quintet.rest.serializers.Serializes;

/** An author as the API shows it. */
@Serializes(Author.class)
public record AuthorData(String name, String slug) {}
