package io.quintet.benchmarks.orm;

import com.zaxxer.hikari.HikariDataSource;
import io.ebean.Database;
import io.ebean.DatabaseFactory;
import io.ebean.Query;
import io.ebean.Transaction;
import io.ebean.config.DatabaseConfig;
import io.quintet.benchmarks.orm.PostView.Depth;
import io.quintet.benchmarks.orm.ebean.Author;
import io.quintet.benchmarks.orm.ebean.Category;
import io.quintet.benchmarks.orm.ebean.Post;
import io.quintet.benchmarks.orm.ebean.SqliteMomentType;
import io.quintet.benchmarks.orm.ebean.Tag;
import java.util.List;
import java.util.Objects;

/**
 * Ebean at its best: entities enhanced at build time, batches as wide as the work, reads without a
 * transaction (its source for reading), no cache.
 */
final class EbeanPeer implements Peer {
  private static final int BATCH = 1_000;

  private final HikariDataSource pool;
  private final Database ebean;

  /** On SQLite Ebean does not read the keys of a batch, so that it inserts row by row there. */
  private final boolean keysOfBatches;

  EbeanPeer(BenchmarkDatabase database) {
    pool = database.pool();
    keysOfBatches = !database.isSqlite();
    DatabaseConfig config = new DatabaseConfig();
    config.setName("benchmark");
    config.setDefaultServer(false);
    config.setDataSource(pool);
    config.setReadOnlyDataSource(pool);
    config.setPersistBatchSize(BATCH);
    config.setDisableL2Cache(true);
    config.setDdlGenerate(false);
    config.setDdlRun(false);
    config.setDisableClasspathSearch(true);
    config.addAll(List.of(Author.class, Category.class, Tag.class, Post.class));
    if (database.isSqlite()) {
      config.addClass(SqliteMomentType.class);
    }
    ebean = DatabaseFactory.create(config);
  }

  @Override
  public Post byKey(long key) {
    return Objects.requireNonNull(ebean.find(Post.class, key));
  }

  private Query<Post> first(int count) {
    return ebean.find(Post.class).orderBy("id").setMaxRows(count);
  }

  @Override
  public List<Post> rows(int count) {
    return first(count).findList();
  }

  @Override
  public List<Post> joined(int count) {
    return first(count).fetch("author").findList();
  }

  @Override
  public List<Post> related(int count) {
    return first(count).fetch("author").fetch("category").fetchQuery("tags").findList();
  }

  private Post entity(NewPost values) {
    return new Post(
        values.title(),
        values.slug(),
        values.body(),
        values.publishedAt(),
        ebean.reference(Author.class, values.author()),
        ebean.reference(Category.class, values.category()));
  }

  @Override
  public long insert(NewPost values) {
    Post post = entity(values);
    ebean.insert(post);
    return post.getId();
  }

  @Override
  public List<Long> insertAll(List<NewPost> values) {
    List<Post> posts = values.stream().map(this::entity).toList();
    try (Transaction transaction = ebean.beginTransaction()) {
      if (keysOfBatches) {
        ebean.insertAll(posts, transaction);
      } else {
        transaction.setBatchMode(false);
        posts.forEach(post -> ebean.insert(post, transaction));
      }
      transaction.commit();
    }
    return posts.stream().map(Post::getId).toList();
  }

  @Override
  public int update(long key, String title) {
    try (Transaction transaction = ebean.beginTransaction()) {
      Post post = Objects.requireNonNull(ebean.find(Post.class, key));
      post.setTitle(title);
      ebean.update(post);
      transaction.commit();
      return 1;
    }
  }

  @Override
  public PostView view(Object read, Depth depth) {
    Post post = (Post) read;
    Author author = Objects.requireNonNull(post.getAuthor());
    Category category = Objects.requireNonNull(post.getCategory());
    return new PostView(
        post.getId(),
        post.getTitle(),
        post.getSlug(),
        post.getBody(),
        post.getPublishedAt(),
        author.getId(),
        category.getId(),
        depth == Depth.ROW ? null : author.getName(),
        depth == Depth.ALL ? category.getName() : null,
        depth == Depth.ALL ? post.getTags().stream().map(Tag::getName).toList() : List.of());
  }

  @Override
  public void close() {
    ebean.shutdown(false, false);
    pool.close();
  }

  /** How it is found. */
  public static final class Factory implements PeerFactory {
    @Override
    public String name() {
      return "ebean";
    }

    @Override
    public Peer open(BenchmarkDatabase database) {
      return new EbeanPeer(database);
    }
  }
}
