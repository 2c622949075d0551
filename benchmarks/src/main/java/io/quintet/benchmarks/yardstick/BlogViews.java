package io.quintet.benchmarks.yardstick;

import static io.quintet.benchmarks.yardstick.QPost.post;

import io.quintet.http.Request;
import io.quintet.http.Response;
import io.quintet.views.Shortcuts;
import java.util.Map;

/** The page of posts. */
final class BlogViews {
  private static final int PER_PAGE = 20;

  private BlogViews() {}

  static Response list(Request request) {
    var posts =
        Post.objects
            .all()
            .selectRelated(post.author(), post.category())
            .prefetchRelated(post.tags())
            .orderBy(post.publishedAt.desc(), post.id.desc());
    var page = Shortcuts.pages(posts, PER_PAGE).pageOrNearest(request.query().get("page"));
    return Shortcuts.render(request, "yardstick/list.html", Map.of("page", page));
  }
}
