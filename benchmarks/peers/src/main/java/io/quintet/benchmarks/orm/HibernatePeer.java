package io.quintet.benchmarks.orm;

import com.zaxxer.hikari.HikariDataSource;
import io.quintet.benchmarks.orm.PostView.Depth;
import io.quintet.benchmarks.orm.hibernate.HibernateModel;
import io.quintet.benchmarks.orm.hibernate.HibernateModel.Author;
import io.quintet.benchmarks.orm.hibernate.HibernateModel.Category;
import io.quintet.benchmarks.orm.hibernate.HibernateModel.Post;
import io.quintet.benchmarks.orm.hibernate.HibernateModel.Tag;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate at its best: stateless sessions where they can do the work, batches as wide as the
 * work, keys a thousand at a time from a sequence (SQLite has none: there the column gives them,
 * which Hibernate cannot do in batches), no second-level cache, no statistics.
 */
final class HibernatePeer implements Peer {
  private static final int BATCH = 1_000;
  private static final int COLLECTIONS_AT_ONCE = 64;

  private final HikariDataSource pool;
  private final SessionFactory sessions;

  HibernatePeer(BenchmarkDatabase database) throws SQLException {
    pool = database.pool();
    Configuration configuration =
        new Configuration()
            .addAnnotatedClass(Author.class)
            .addAnnotatedClass(Category.class)
            .addAnnotatedClass(Tag.class)
            .addAnnotatedClass(Post.class);
    if (database.isSqlite()) {
      configuration.addResource("hibernate-sqlite.orm.xml");
    } else {
      takeKeysFromSequence();
    }
    var settings = configuration.getProperties();
    settings.put(
        AvailableSettings.DIALECT,
        database.isSqlite()
            ? "org.hibernate.community.dialect.SQLiteDialect"
            : "org.hibernate.dialect.PostgreSQLDialect");
    settings.put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, pool);
    settings.put(AvailableSettings.STATEMENT_BATCH_SIZE, BATCH);
    settings.put(AvailableSettings.DEFAULT_BATCH_FETCH_SIZE, COLLECTIONS_AT_ONCE);
    settings.put(AvailableSettings.USE_SECOND_LEVEL_CACHE, false);
    settings.put(AvailableSettings.GENERATE_STATISTICS, false);
    sessions = configuration.buildSessionFactory();
  }

  private void takeKeysFromSequence() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "ALTER SEQUENCE blog_post_id_seq INCREMENT BY %d RESTART WITH %d"
              .formatted(
                  HibernateModel.KEYS_AT_ONCE,
                  BenchmarkDatabase.POSTS + 1 + HibernateModel.KEYS_AT_ONCE));
    }
  }

  @Override
  public Post byKey(long key) {
    try (StatelessSession session = sessions.openStatelessSession()) {
      return session.get(Post.class, key);
    }
  }

  @Override
  public List<Post> rows(int count) {
    return ask("from Post p order by p.id", count);
  }

  @Override
  public List<Post> joined(int count) {
    return ask("from Post p join fetch p.author order by p.id", count);
  }

  private List<Post> ask(String query, int count) {
    try (StatelessSession session = sessions.openStatelessSession()) {
      return session.createSelectionQuery(query, Post.class).setMaxResults(count).getResultList();
    }
  }

  /** A session with state: the stateless one reads the tags of each post by themselves. */
  @Override
  public List<Post> related(int count) {
    try (Session session = sessions.openSession()) {
      session.setDefaultReadOnly(true);
      List<Post> posts =
          session
              .createSelectionQuery(
                  "from Post p join fetch p.author join fetch p.category order by p.id", Post.class)
              .setMaxResults(count)
              .getResultList();
      posts.forEach(post -> Hibernate.initialize(post.tags));
      return posts;
    }
  }

  private static Post entity(NewPost values) {
    Post post = new Post();
    post.title = values.title();
    post.slug = values.slug();
    post.body = values.body();
    post.publishedAt = values.publishedAt();
    post.author = new Author();
    post.author.id = values.author();
    post.category = new Category();
    post.category.id = values.category();
    return post;
  }

  @Override
  public long insert(NewPost values) {
    Post post = entity(values);
    sessions.inStatelessTransaction(session -> session.insert(post));
    return Objects.requireNonNull(post.id);
  }

  @Override
  public List<Long> insertAll(List<NewPost> values) {
    List<Post> posts = values.stream().map(HibernatePeer::entity).toList();
    sessions.inStatelessTransaction(session -> session.insertMultiple(posts));
    return posts.stream().map(post -> Objects.requireNonNull(post.id)).toList();
  }

  @Override
  public int update(long key, String title) {
    return sessions.fromStatelessTransaction(session -> {
      Post post = session.get(Post.class, key);
      post.title = title;
      session.update(post);
      return 1;
    });
  }

  @Override
  public PostView view(Object read, Depth depth) {
    Post post = (Post) read;
    Author author = Objects.requireNonNull(post.author);
    Category category = Objects.requireNonNull(post.category);
    return new PostView(
        Objects.requireNonNull(post.id),
        post.title,
        post.slug,
        post.body,
        post.publishedAt,
        key(author, author.id),
        key(category, category.id),
        Hibernate.isInitialized(author) ? author.name : null,
        Hibernate.isInitialized(category) ? category.name : null,
        depth == Depth.ALL ? post.tags.stream().map(tag -> tag.name).toList() : List.of());
  }

  private static long key(Object entity, @Nullable Long own) {
    LazyInitializer proxy = HibernateProxy.extractLazyInitializer(entity);
    return proxy == null
        ? Objects.requireNonNull(own)
        : (Long) Objects.requireNonNull(proxy.getInternalIdentifier());
  }

  @Override
  public void close() {
    sessions.close();
    pool.close();
  }

  /** How it is found. */
  public static final class Factory implements PeerFactory {
    @Override
    public String name() {
      return "hibernate";
    }

    @Override
    public Peer open(BenchmarkDatabase database) throws SQLException {
      return new HibernatePeer(database);
    }
  }
}
