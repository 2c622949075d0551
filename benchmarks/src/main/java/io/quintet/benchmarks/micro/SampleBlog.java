package io.quintet.benchmarks.micro;

import io.quintet.benchmarks.yardstick.Author;
import io.quintet.benchmarks.yardstick.Category;
import io.quintet.benchmarks.yardstick.Post;
import io.quintet.benchmarks.yardstick.Tag;
import io.quintet.benchmarks.yardstick.World;
import io.quintet.core.SiteContext;
import io.quintet.orm.DatabaseUrl;
import io.quintet.orm.Db;
import io.quintet.orm.OrmApp;
import io.quintet.orm.OrmSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A site with the yardstick's models in an SQLite file: 1,000 worlds, 200 posts, each with three
 * tags.
 */
final class SampleBlog implements AutoCloseable {
  static final int WORLDS = 1_000;
  private static final int POSTS = 200;
  private static final int TAGS = 30;
  private static final int TAGS_A_POST = 3;

  /** The models are unmanaged, so their tables are written out. */
  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE world (id integer PRIMARY KEY, randomnumber integer NOT NULL)",
          "CREATE TABLE blog_author (id integer PRIMARY KEY, name text NOT NULL, email text NOT NULL)",
          "CREATE TABLE blog_category (id integer PRIMARY KEY, name text NOT NULL, slug text NOT NULL)",
          "CREATE TABLE blog_tag (id integer PRIMARY KEY, name text NOT NULL)",
          "CREATE TABLE blog_post (id integer PRIMARY KEY, title text NOT NULL, slug text NOT NULL,"
              + " body text NOT NULL, published_at datetime NOT NULL, author_id bigint NOT NULL,"
              + " category_id bigint NOT NULL)",
          "CREATE TABLE blog_post_tags (id integer PRIMARY KEY, post_id bigint NOT NULL,"
              + " tag_id bigint NOT NULL, UNIQUE (post_id, tag_id))");

  private final Path folder;
  private final SiteContext site;

  private SampleBlog(Path folder, SiteContext site) {
    this.folder = folder;
    this.site = site;
  }

  static SampleBlog create() {
    Path folder = newFolder();
    SiteContext site =
        SiteContext.builder("benchmark")
            .baseDir(folder)
            .env(Map.of())
            .apps(new OrmApp())
            .set(OrmSettings.DATABASE_URL, DatabaseUrl.parse("sqlite:blog.sqlite3"))
            .build();
    site.run(SampleBlog::fill);
    return new SampleBlog(folder, site);
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("quintet-benchmark");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SiteContext site() {
    return site;
  }

  private static void fill() {
    TABLES.forEach(Db::execute);
    Db.atomic(() -> {
      var author = new Author();
      author.name = "Barbara D'Arcy";
      author.email = "barbara@example.org";
      author.save();
      var category = new Category();
      category.name = "Category 3";
      category.slug = "category-3";
      category.save();
      List<Tag> tags = new ArrayList<>();
      for (int i = 0; i < TAGS; i++) {
        var tag = new Tag();
        tag.name = "tag-" + i;
        tag.save();
        tags.add(tag);
      }
      for (int i = 0; i < POSTS; i++) {
        Post post = post(i, author, category);
        post.save();
        post.tags.addAll(
            tags.subList(i % (TAGS - TAGS_A_POST), i % (TAGS - TAGS_A_POST) + TAGS_A_POST));
      }
      for (int i = 0; i < WORLDS; i++) {
        var world = new World();
        world.randomNumber = i;
        world.save();
      }
    });
  }

  private static Post post(int number, Author author, Category category) {
    var post = new Post();
    post.title = "Post " + number + ": notes & queries";
    post.slug = "post-" + number;
    post.body = "it's <b>lorem</b> ipsum & dolor sit amet. ".repeat(30);
    post.publishedAt = Instant.parse("2026-01-01T12:00:00Z").plusSeconds(number);
    post.author.set(author);
    post.category.set(category);
    return post;
  }

  @Override
  public void close() {
    site.close();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
