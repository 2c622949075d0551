package io.quintet.benchmarks.orm;

import static io.quintet.benchmarks.yardstick.QPost.post;

import io.quintet.benchmarks.yardstick.Post;
import io.quintet.core.SiteContext;
import io.quintet.orm.Db;
import io.quintet.orm.OrmApp;
import io.quintet.orm.OrmSettings;
import io.quintet.orm.QuerySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** This framework's ORM, with the models of the yardstick. */
final class QuintetPeer implements Peer {
  private final SiteContext site;

  QuintetPeer(BenchmarkDatabase database) {
    site =
        SiteContext.builder("benchmark")
            .env(Map.of())
            .apps(new OrmApp())
            .set(OrmSettings.DATABASE_URL, database.url())
            .set(OrmSettings.POOL_SIZE, database.connections())
            .build();
  }

  @Override
  public Post byKey(long key) throws Exception {
    return site.call(() -> Post.objects.getById(key));
  }

  private static QuerySet<Post> first(int count) {
    return Post.objects.orderBy(post.id.asc()).limit(count);
  }

  @Override
  public List<Post> rows(int count) throws Exception {
    return site.call(() -> first(count).list());
  }

  @Override
  public List<Post> joined(int count) throws Exception {
    return site.call(() -> first(count).selectRelated(post.author()).list());
  }

  @Override
  public List<Post> related(int count) throws Exception {
    return site.call(() ->
        first(count)
            .selectRelated(post.author(), post.category())
            .prefetchRelated(post.tags())
            .list());
  }

  private static Post entity(NewPost values) {
    Post made = new Post();
    made.title = values.title();
    made.slug = values.slug();
    made.body = values.body();
    made.publishedAt = values.publishedAt();
    made.author.setId(values.author());
    made.category.setId(values.category());
    return made;
  }

  @Override
  public long insert(NewPost values) throws Exception {
    return site.call(() -> {
      Post made = entity(values);
      made.save();
      return made.id;
    });
  }

  @Override
  public List<Long> insertAll(List<NewPost> posts) throws Exception {
    return site.call(() -> {
      List<Post> made = new ArrayList<>(posts.size());
      posts.forEach(values -> made.add(entity(values)));
      return Post.objects.bulkCreate(made).stream().map(post -> post.id).toList();
    });
  }

  @Override
  public int update(long key, String title) throws Exception {
    return site.call(() ->
        Db.atomic(() -> {
          Post found = Post.objects.getById(key);
          found.title = title;
          found.save();
          return 1;
        }));
  }

  @Override
  public PostView view(Object read, PostView.Depth depth) {
    Post post = (Post) read;
    boolean all = depth == PostView.Depth.ALL;
    return new PostView(
        post.id,
        post.title,
        post.slug,
        post.body,
        post.publishedAt,
        post.author.id(),
        post.category.id(),
        post.author.isLoaded() ? post.author.get().name : null,
        post.category.isLoaded() ? post.category.get().name : null,
        all ? post.tags.list().stream().map(tag -> tag.name).toList() : List.of());
  }

  @Override
  public void close() {
    site.close();
  }
}
