package io.quintet.benchmarks.orm;

import static io.quintet.benchmarks.orm.JooqTables.AUTHOR;
import static io.quintet.benchmarks.orm.JooqTables.AUTHORS;
import static io.quintet.benchmarks.orm.JooqTables.AUTHOR_EMAIL;
import static io.quintet.benchmarks.orm.JooqTables.AUTHOR_KEY;
import static io.quintet.benchmarks.orm.JooqTables.AUTHOR_NAME;
import static io.quintet.benchmarks.orm.JooqTables.BODY;
import static io.quintet.benchmarks.orm.JooqTables.CATEGORIES;
import static io.quintet.benchmarks.orm.JooqTables.CATEGORY;
import static io.quintet.benchmarks.orm.JooqTables.CATEGORY_KEY;
import static io.quintet.benchmarks.orm.JooqTables.CATEGORY_NAME;
import static io.quintet.benchmarks.orm.JooqTables.CATEGORY_SLUG;
import static io.quintet.benchmarks.orm.JooqTables.KEY;
import static io.quintet.benchmarks.orm.JooqTables.PAIR_POST;
import static io.quintet.benchmarks.orm.JooqTables.PAIR_TAG;
import static io.quintet.benchmarks.orm.JooqTables.POSTS;
import static io.quintet.benchmarks.orm.JooqTables.POST_TAGS;
import static io.quintet.benchmarks.orm.JooqTables.SLUG;
import static io.quintet.benchmarks.orm.JooqTables.TAGS;
import static io.quintet.benchmarks.orm.JooqTables.TAG_KEY;
import static io.quintet.benchmarks.orm.JooqTables.TAG_NAME;
import static io.quintet.benchmarks.orm.JooqTables.TITLE;

import com.zaxxer.hikari.HikariDataSource;
import io.quintet.benchmarks.orm.PostView.Depth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.InsertValuesStep6;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record10;
import org.jooq.Record13;
import org.jooq.Record7;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** JOOQ at its best: typed columns read into objects by position, no logging of what runs. */
final class JooqPeer implements Peer {
  private final HikariDataSource pool;
  private final DSLContext jooq;
  private final JooqTables tables;

  JooqPeer(BenchmarkDatabase database) {
    pool = database.pool();
    tables = new JooqTables(database.isSqlite());
    Settings settings = new Settings().withExecuteLogging(false);
    jooq = DSL.using(pool, database.isSqlite() ? SQLDialect.SQLITE : SQLDialect.POSTGRES, settings);
  }

  /** An author. */
  record Author(long id, String name, String email) {}

  /** A category. */
  record Category(long id, String name, String slug) {}

  /** A tag. */
  record Tag(long id, String name) {}

  /** A post. */
  static final class Post {
    final long id;
    String title;
    final String slug;
    final String body;
    final Instant publishedAt;
    final long authorId;
    final long categoryId;
    @Nullable Author author;
    @Nullable Category category;
    List<Tag> tags = List.of();

    Post(
        long id,
        String title,
        String slug,
        String body,
        Instant publishedAt,
        long authorId,
        long categoryId) {
      this.id = id;
      this.title = title;
      this.slug = slug;
      this.body = body;
      this.publishedAt = publishedAt;
      this.authorId = authorId;
      this.categoryId = categoryId;
    }
  }

  private static Post post(Record7<Long, String, String, String, Instant, Long, Long> row) {
    return new Post(
        row.value1(),
        row.value2(),
        row.value3(),
        row.value4(),
        row.value5(),
        row.value6(),
        row.value7());
  }

  private static Post byKey(DSLContext jooq, JooqTables tables, long key) {
    return jooq.select(KEY, TITLE, SLUG, BODY, tables.publishedAt, AUTHOR, CATEGORY)
        .from(POSTS)
        .where(KEY.eq(key))
        .fetchSingle(JooqPeer::post);
  }

  @Override
  public Post byKey(long key) {
    return byKey(jooq, tables, key);
  }

  @Override
  public List<Post> rows(int count) {
    return jooq.select(KEY, TITLE, SLUG, BODY, tables.publishedAt, AUTHOR, CATEGORY)
        .from(POSTS)
        .orderBy(KEY)
        .limit(count)
        .fetch(JooqPeer::post);
  }

  private static Post withAuthor(
      Record10<Long, String, String, String, Instant, Long, Long, Long, String, String> row) {
    Post post =
        new Post(
            row.value1(),
            row.value2(),
            row.value3(),
            row.value4(),
            row.value5(),
            row.value6(),
            row.value7());
    post.author = new Author(row.value8(), row.value9(), row.value10());
    return post;
  }

  @Override
  public List<Post> joined(int count) {
    return jooq.select(
            KEY,
            TITLE,
            SLUG,
            BODY,
            tables.publishedAt,
            AUTHOR,
            CATEGORY,
            AUTHOR_KEY,
            AUTHOR_NAME,
            AUTHOR_EMAIL)
        .from(POSTS)
        .join(AUTHORS)
        .on(AUTHOR_KEY.eq(AUTHOR))
        .orderBy(KEY)
        .limit(count)
        .fetch(JooqPeer::withAuthor);
  }

  private static Post withBoth(
      Record13<
              Long,
              String,
              String,
              String,
              Instant,
              Long,
              Long,
              Long,
              String,
              String,
              Long,
              String,
              String>
          row) {
    Post post =
        new Post(
            row.value1(),
            row.value2(),
            row.value3(),
            row.value4(),
            row.value5(),
            row.value6(),
            row.value7());
    post.author = new Author(row.value8(), row.value9(), row.value10());
    post.category = new Category(row.value11(), row.value12(), row.value13());
    post.tags = new ArrayList<>();
    return post;
  }

  @Override
  public List<Post> related(int count) {
    return jooq.connectionResult(
        connection -> related(DSL.using(connection, jooq.dialect(), jooq.settings()), count));
  }

  private List<Post> related(DSLContext one, int count) {
    List<Post> posts =
        one.select(
                KEY,
                TITLE,
                SLUG,
                BODY,
                tables.publishedAt,
                AUTHOR,
                CATEGORY,
                AUTHOR_KEY,
                AUTHOR_NAME,
                AUTHOR_EMAIL,
                CATEGORY_KEY,
                CATEGORY_NAME,
                CATEGORY_SLUG)
            .from(POSTS)
            .join(AUTHORS)
            .on(AUTHOR_KEY.eq(AUTHOR))
            .join(CATEGORIES)
            .on(CATEGORY_KEY.eq(CATEGORY))
            .orderBy(KEY)
            .limit(count)
            .fetch(JooqPeer::withBoth);
    Map<Long, Post> byKey = HashMap.newHashMap(posts.size());
    posts.forEach(post -> byKey.put(post.id, post));
    one.select(TAG_KEY, TAG_NAME, PAIR_POST)
        .from(TAGS)
        .join(POST_TAGS)
        .on(PAIR_TAG.eq(TAG_KEY))
        .where(PAIR_POST.in(byKey.keySet()))
        .forEach(row ->
            Objects.requireNonNull(byKey.get(row.value3()))
                .tags
                .add(new Tag(row.value1(), row.value2())));
    return posts;
  }

  private InsertValuesStep6<Record, String, String, String, Instant, Long, Long> inserting(
      DSLContext context) {
    return context.insertInto(POSTS, TITLE, SLUG, BODY, tables.publishedAt, AUTHOR, CATEGORY);
  }

  @Override
  public long insert(NewPost post) {
    return insert(jooq, post);
  }

  private long insert(DSLContext context, NewPost post) {
    return inserting(context)
        .values(
            post.title(),
            post.slug(),
            post.body(),
            post.publishedAt(),
            post.author(),
            post.category())
        .returningResult(KEY)
        .fetchSingle(Record1::value1);
  }

  /** On SQLite jOOQ reads the key of the last row only, so that rows go one by one there. */
  @Override
  public List<Long> insertAll(List<NewPost> posts) {
    if (jooq.dialect() == SQLDialect.SQLITE) {
      return jooq.transactionResult(
          transaction -> posts.stream().map(post -> insert(transaction.dsl(), post)).toList());
    }
    return jooq.transactionResult(transaction -> {
      var insert = inserting(transaction.dsl());
      for (NewPost post : posts) {
        insert =
            insert.values(
                post.title(),
                post.slug(),
                post.body(),
                post.publishedAt(),
                post.author(),
                post.category());
      }
      return insert.returningResult(KEY).fetch(Record1::value1);
    });
  }

  @Override
  public int update(long key, String title) {
    return jooq.transactionResult(transaction -> {
      Post post = byKey(transaction.dsl(), tables, key);
      post.title = title;
      return transaction
          .dsl()
          .update(POSTS)
          .set(TITLE, post.title)
          .where(KEY.eq(post.id))
          .execute();
    });
  }

  @Override
  public PostView view(Object read, Depth depth) {
    Post post = (Post) read;
    return new PostView(
        post.id,
        post.title,
        post.slug,
        post.body,
        post.publishedAt,
        post.authorId,
        post.categoryId,
        post.author == null ? null : post.author.name(),
        post.category == null ? null : post.category.name(),
        post.tags.stream().map(Tag::name).toList());
  }

  @Override
  public void close() {
    pool.close();
  }

  /** How it is found. */
  public static final class Factory implements PeerFactory {
    @Override
    public String name() {
      return "jooq";
    }

    @Override
    public Peer open(BenchmarkDatabase database) {
      return new JooqPeer(database);
    }
  }
}
