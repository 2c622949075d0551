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
    config
        .receiveAfterCommit(ModelSignals.POST_SAVE, event -> changed(event.entity()))
        .receiveAfterCommit(ModelSignals.POST_DELETE, event -> changed(event.entity()));
  }

  private static void changed(Object entity) {
    if (entity instanceof Article || entity instanceof Category || entity instanceof Author) {
      LISTS.invalidate();
    }
  }
  // end snippet
}
