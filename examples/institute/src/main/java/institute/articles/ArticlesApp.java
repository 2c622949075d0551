package institute.articles;

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
  }

  private static boolean isShown(Object entity) {
    return entity instanceof Article || entity instanceof Category || entity instanceof Author;
  }
  // end snippet
}
