package io.quintet.benchmarks.orm;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** JDBC by hand, over HikariCP. */
final class JdbcPeer implements Peer {
  static final String INSERT =
      "INSERT INTO blog_post (title, slug, body, published_at, author_id, category_id)"
          + " VALUES (?, ?, ?, ?, ?, ?)";

  private static final String COLUMNS =
      "p.id, p.title, p.slug, p.body, p.published_at, p.author_id, p.category_id";
  private static final String BY_KEY = "SELECT " + COLUMNS + " FROM blog_post p WHERE p.id = ?";
  private static final String ROWS =
      "SELECT " + COLUMNS + " FROM blog_post p ORDER BY p.id LIMIT ?";
  private static final String JOINED =
      "SELECT "
          + COLUMNS
          + ", a.id, a.name, a.email FROM blog_post p JOIN blog_author a ON a.id = p.author_id"
          + " ORDER BY p.id LIMIT ?";
  private static final String RELATED =
      "SELECT "
          + COLUMNS
          + ", a.id, a.name, a.email, c.id, c.name, c.slug FROM blog_post p"
          + " JOIN blog_author a ON a.id = p.author_id"
          + " JOIN blog_category c ON c.id = p.category_id ORDER BY p.id LIMIT ?";
  private static final String UPDATE = "UPDATE blog_post SET title = ? WHERE id = ?";

  private final BenchmarkDatabase database;
  private final HikariDataSource pool;

  JdbcPeer(BenchmarkDatabase database) {
    this.database = database;
    this.pool = database.pool();
  }

  /** An author. */
  static final class Author {
    long id;
    String name = "";
    String email = "";
  }

  /** A category. */
  static final class Category {
    long id;
    String name = "";
    String slug = "";
  }

  /** A tag. */
  static final class Tag {
    long id;
    String name = "";
  }

  /** A post. */
  static final class Post {
    long id;
    String title = "";
    String slug = "";
    String body = "";
    Instant publishedAt = Instant.EPOCH;
    long authorId;
    long categoryId;
    @Nullable Author author;
    @Nullable Category category;
    List<Tag> tags = List.of();
  }

  private Post post(ResultSet row) throws SQLException {
    Post post = new Post();
    post.id = row.getLong(1);
    post.title = row.getString(2);
    post.slug = row.getString(3);
    post.body = row.getString(4);
    post.publishedAt =
        database.isSqlite()
            ? SqliteMoments.parse(row.getString(5))
            : row.getObject(5, OffsetDateTime.class).toInstant();
    post.authorId = row.getLong(6);
    post.categoryId = row.getLong(7);
    return post;
  }

  private static Author author(ResultSet row) throws SQLException {
    Author author = new Author();
    author.id = row.getLong(8);
    author.name = row.getString(9);
    author.email = row.getString(10);
    return author;
  }

  private static Category category(ResultSet row) throws SQLException {
    Category category = new Category();
    category.id = row.getLong(11);
    category.name = row.getString(12);
    category.slug = row.getString(13);
    return category;
  }

  @Override
  public Object byKey(long key) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(BY_KEY)) {
      statement.setLong(1, key);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return post(row);
      }
    }
  }

  @Override
  public List<Post> rows(int count) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(ROWS)) {
      statement.setInt(1, count);
      try (ResultSet row = statement.executeQuery()) {
        List<Post> found = new ArrayList<>();
        while (row.next()) {
          found.add(post(row));
        }
        return found;
      }
    }
  }

  @Override
  public List<Post> joined(int count) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(JOINED)) {
      statement.setInt(1, count);
      try (ResultSet row = statement.executeQuery()) {
        List<Post> found = new ArrayList<>();
        while (row.next()) {
          Post post = post(row);
          post.author = author(row);
          found.add(post);
        }
        return found;
      }
    }
  }

  @Override
  public List<Post> related(int count) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      Map<Long, Post> byKey = new HashMap<>();
      List<Post> found = new ArrayList<>();
      try (PreparedStatement statement = connection.prepareStatement(RELATED)) {
        statement.setInt(1, count);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            Post post = post(row);
            post.author = author(row);
            post.category = category(row);
            post.tags = new ArrayList<>();
            found.add(post);
            byKey.put(post.id, post);
          }
        }
      }
      readTags(connection, found, byKey);
      return found;
    }
  }

  private static void readTags(Connection connection, List<Post> posts, Map<Long, Post> byKey)
      throws SQLException {
    String sql =
        "SELECT t.id, t.name, l.post_id FROM blog_tag t JOIN blog_post_tags l ON l.tag_id = t.id"
            + " WHERE l.post_id IN (?"
            + ", ?".repeat(posts.size() - 1)
            + ")";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < posts.size(); i++) {
        statement.setLong(i + 1, posts.get(i).id);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Tag tag = new Tag();
          tag.id = row.getLong(1);
          tag.name = row.getString(2);
          Objects.requireNonNull(byKey.get(row.getLong(3))).tags.add(tag);
        }
      }
    }
  }

  @Override
  public long insert(NewPost post) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(INSERT + " RETURNING id")) {
      database.bind(statement, 0, post);
      try (ResultSet key = statement.executeQuery()) {
        key.next();
        return key.getLong(1);
      }
    }
  }

  @Override
  public List<Long> insertAll(List<NewPost> posts) throws SQLException {
    String sql = INSERT + ", (?, ?, ?, ?, ?, ?)".repeat(posts.size() - 1) + " RETURNING id";
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        int at = 0;
        for (NewPost post : posts) {
          database.bind(statement, at, post);
          at += 6;
        }
        List<Long> keys = new ArrayList<>(posts.size());
        try (ResultSet key = statement.executeQuery()) {
          while (key.next()) {
            keys.add(key.getLong(1));
          }
        }
        connection.commit();
        return keys;
      }
    }
  }

  @Override
  public int update(long key, String title) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      Post post;
      try (PreparedStatement statement = connection.prepareStatement(BY_KEY)) {
        statement.setLong(1, key);
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          post = post(row);
        }
      }
      post.title = title;
      try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
        statement.setString(1, post.title);
        statement.setLong(2, post.id);
        int rows = statement.executeUpdate();
        connection.commit();
        return rows;
      }
    }
  }

  @Override
  public PostView view(Object read, PostView.Depth depth) {
    Post post = (Post) read;
    return new PostView(
        post.id,
        post.title,
        post.slug,
        post.body,
        post.publishedAt,
        post.authorId,
        post.categoryId,
        post.author == null ? null : post.author.name,
        post.category == null ? null : post.category.name,
        post.tags.stream().map(tag -> tag.name).toList());
  }

  @Override
  public void close() {
    pool.close();
  }
}
