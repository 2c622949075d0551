package institute.articles.migrations;

import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.migrations.Migration;

/** Create model Author; and 3 more. */
public final class M0001_initial extends Migration {
  public M0001_initial() {
    super("articles", "0001_initial");
    operations(
        createModel("Author")
            .fields(
                id(),
                varchar("name", 100),
                varchar("slug", 50).unique(),
                varchar("bio", 400),
                varchar("portrait", 100))
            .ordering("name"),
        createModel("Category")
            .fields(
                id(), varchar("name", 60), varchar("slug", 50).unique(), varchar("summary", 200))
            .ordering("name"),
        createModel("Tag")
            .fields(id(), varchar("name", 40).unique(), varchar("slug", 50).unique())
            .ordering("name"),
        createModel("Article")
            .fields(
                id(),
                varchar("title", 160),
                varchar("slug", 50).unique(),
                varchar("summary", 400),
                text("bodyHtml"),
                foreignKey("author", "articles.Author", OnDelete.PROTECT),
                foreignKey("category", "articles.Category", OnDelete.PROTECT),
                integer("readingMinutes"),
                timestamp("published").nullable(),
                timestamp("updated"),
                manyToMany("tags", "articles.Tag"),
                manyToMany("related", "articles.Article"))
            .index("articles_article_category_id_published_idx", "category", "-published")
            .ordering("-published"));
  }
}
