package institute.articles;

import io.quintet.admin.Admin;
import io.quintet.admin.ModelAdmin;
import io.quintet.cache.CacheGroup;
import io.quintet.core.App;
import io.quintet.core.AppConfig;
import io.quintet.orm.ModelSignals;

/** The articles. Whenever one is saved or deleted, the cached lists are made anew. */
public final class ArticlesApp implements App {
  // snippet: invalidate
  /** Everything cached that shows articles. */
  public static final CacheGroup LISTS = CacheGroup.named("articles");

  @Override
  public void configure(AppConfig config) {
    LISTS.invalidateOn(config, ModelSignals.POST_SAVE.signal(), e -> isShown(e.entity()));
    LISTS.invalidateOn(config, ModelSignals.POST_DELETE.signal(), e -> isShown(e.entity()));
    LISTS.invalidateOn(config, ModelSignals.M2M_CHANGED.signal(), e -> isShown(e.entity()));
    register(config);
  }

  private static boolean isShown(Object entity) {
    return entity instanceof Article || entity instanceof Category || entity instanceof Author;
  }

  // end snippet

  private static void register(AppConfig config) {
    config
        .add(
            Admin.MODELS,
            ModelAdmin.of(Article.class)
                .columns("title", "category", "author", "published")
                .search("title", "summary", "author__name")
                .filters("category", "published")
                .prepopulated("slug", "title"))
        .add(
            Admin.MODELS,
            ModelAdmin.of(Category.class).columns("name", "summary").prepopulated("slug", "name"))
        .add(Admin.MODELS, ModelAdmin.of(Tag.class).search("name").prepopulated("slug", "name"))
        .add(
            Admin.MODELS,
            ModelAdmin.of(Author.class).columns("name", "bio").prepopulated("slug", "name"));
  }
}
