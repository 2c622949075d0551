package io.quintet.benchmarks.orm;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The tables, as the generator of jOOQ would declare them. */
final class JooqTables {
  static final Table<Record> POSTS = DSL.table(DSL.name("blog_post"));
  static final Table<Record> AUTHORS = DSL.table(DSL.name("blog_author"));
  static final Table<Record> CATEGORIES = DSL.table(DSL.name("blog_category"));
  static final Table<Record> TAGS = DSL.table(DSL.name("blog_tag"));
  static final Table<Record> POST_TAGS = DSL.table(DSL.name("blog_post_tags"));

  static final Field<Long> AUTHOR_KEY = whole("blog_author", "id");
  static final Field<String> AUTHOR_NAME = text("blog_author", "name");
  static final Field<String> AUTHOR_EMAIL = text("blog_author", "email");
  static final Field<Long> CATEGORY_KEY = whole("blog_category", "id");
  static final Field<String> CATEGORY_NAME = text("blog_category", "name");
  static final Field<String> CATEGORY_SLUG = text("blog_category", "slug");
  static final Field<Long> TAG_KEY = whole("blog_tag", "id");
  static final Field<String> TAG_NAME = text("blog_tag", "name");
  static final Field<Long> PAIR_POST = whole("blog_post_tags", "post_id");
  static final Field<Long> PAIR_TAG = whole("blog_post_tags", "tag_id");
  static final Field<Long> KEY = whole("blog_post", "id");
  static final Field<String> TITLE = text("blog_post", "title");
  static final Field<String> SLUG = text("blog_post", "slug");
  static final Field<String> BODY = text("blog_post", "body");
  static final Field<Long> AUTHOR = whole("blog_post", "author_id");
  static final Field<Long> CATEGORY = whole("blog_post", "category_id");

  /** As each database keeps moments. */
  final Field<Instant> publishedAt;

  JooqTables(boolean sqlite) {
    DataType<Instant> moments =
        sqlite
            ? SQLDataType.VARCHAR.asConvertedDataType(
                Instant.class, SqliteMoments::parse, SqliteMoments::text)
            : SQLDataType.TIMESTAMPWITHTIMEZONE.asConvertedDataType(
                Instant.class, OffsetDateTime::toInstant, m -> m.atOffset(ZoneOffset.UTC));
    publishedAt = DSL.field(DSL.name("blog_post", "published_at"), moments);
  }

  private static Field<Long> whole(String table, String column) {
    return DSL.field(DSL.name(table, column), SQLDataType.BIGINT);
  }

  private static Field<String> text(String table, String column) {
    return DSL.field(DSL.name(table, column), SQLDataType.VARCHAR);
  }
}
