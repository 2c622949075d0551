package io.quintet.benchmarks.yardstick;

import static io.quintet.benchmarks.yardstick.QPost.post;

import io.quintet.http.routing.Routes;
import io.quintet.orm.QuerySet;
import io.quintet.rest.ApiHandler;
import io.quintet.rest.ApiRequest;
import io.quintet.rest.ApiResponse;
import io.quintet.rest.pagination.PageNumbers;
import io.quintet.rest.pagination.Pagination;
import io.quintet.rest.serializers.Serializer;
import io.quintet.rest.serializers.Serializers;
import io.quintet.rest.serializers.Validation;
import io.quintet.rest.viewsets.ApiView;
import io.quintet.rest.viewsets.ModelViewSet;
import java.util.Map;

/** The posts for programs, newest first. */
final class PostApi extends ModelViewSet<Post, PostData> {
  private static final int PER_PAGE = 50;
  private static final int MOST_PER_PAGE = 100;

  private final Serializer<Post, NewPost> input = Serializers.of(Post.class, NewPost.class);

  private PostApi() {
    super(Post.class, PostData.class);
  }

  /** The workload's addresses have no final slash, so the routes are written out. */
  static void urls(Routes routes) {
    var posts = new PostApi();
    routes
        .path("api/posts", new At(Map.of("GET", posts::list, "POST", posts::create)))
        .csrfExempt();
    routes.path("api/posts/<str:pk>", new At(Map.of("GET", posts::retrieve))).csrfExempt();
  }

  private static final class At extends ApiView {
    private final Map<String, ApiHandler> handlers;

    At(Map<String, ApiHandler> handlers) {
      this.handlers = handlers;
    }

    @Override
    protected Map<String, ApiHandler> handlers() {
      return handlers;
    }
  }

  @Override
  public QuerySet<Post> queryset(ApiRequest request) {
    return Post.objects
        .all()
        .selectRelated(post.author(), post.category())
        .prefetchRelated(post.tags())
        .orderBy(post.publishedAt.desc(), post.id.desc());
  }

  @Override
  public Pagination pagination() {
    return PageNumbers.of(PER_PAGE).choosable("page_size", MOST_PER_PAGE);
  }

  /** Takes related rows by key and answers with the post as it is shown. */
  @Override
  public ApiResponse create(ApiRequest request) {
    Post made = input.create(input.validate(request.data(), Validation.create()));
    return ApiResponse.of(201, serializer().represent(made));
  }
}
