package io.quintet.orm.internal.inspect;

import io.quintet.orm.internal.schema.Vendor;
import java.util.ArrayList;
import java.util.List;

/** A database that grew by hand: what one meets, for each product in its own words. */
final class OldShop {
  private final Vendor vendor;

  OldShop(Vendor vendor) {
    this.vendor = vendor;
  }

  List<String> statements() {
    List<String> all = new ArrayList<>();
    if (vendor == Vendor.POSTGRESQL) {
      all.add("CREATE TYPE mood AS ENUM ('happy', 'so so')");
    }
    all.add(
        "CREATE TABLE shop_publishers (publisher_no %s, name varchar(100) NOT NULL UNIQUE, founded date%s, class varchar(20) DEFAULT 'small' NOT NULL)%s"
            .formatted(smallKey(), comment("The year at least"), comment("Those who print")));
    all.add(
        "CREATE TABLE shop_person (id %s, name %s NOT NULL, favourite_id bigint%s)"
            .formatted(key(), text(), vendor == Vendor.SQLITE ? " REFERENCES shop_book (id)" : ""));
    all.add(book());
    if (vendor != Vendor.SQLITE) {
      all.add(
          "ALTER TABLE shop_person ADD CONSTRAINT loves FOREIGN KEY (favourite_id) REFERENCES shop_book (id) ON DELETE SET NULL");
    }
    all.add("CREATE INDEX book_publisher ON shop_book (publisher_id)");
    all.add("CREATE INDEX book_recent ON shop_book (published DESC, title)");
    all.add("CREATE INDEX book_pages ON shop_book (pages)");
    if (vendor != Vendor.MARIADB) {
      all.add("CREATE UNIQUE INDEX one_draft ON shop_book (publisher_id) WHERE status = 'draft'");
      all.add("CREATE UNIQUE INDEX name_once ON shop_person (lower(name))");
      all.add("CREATE INDEX long_ones ON shop_book (title) WHERE pages > 500");
    }
    all.add(
        "CREATE TABLE shop_detail (book_id bigint PRIMARY KEY REFERENCES shop_book (id) ON DELETE CASCADE, note %s NOT NULL)"
            .formatted(text()));
    all.add(
        "CREATE TABLE shop_contract (id %s, book_id bigint NOT NULL UNIQUE REFERENCES shop_book (id), sum decimal(10, 2))"
            .formatted(key()));
    all.add("CREATE TABLE shop_tag (id %s, label varchar(50) NOT NULL UNIQUE)".formatted(key()));
    all.add(
        "CREATE TABLE shop_book_tags (id %s, book_id bigint NOT NULL REFERENCES shop_book (id), tag_id bigint NOT NULL REFERENCES shop_tag (id), CONSTRAINT tagged_once UNIQUE (book_id, tag_id))"
            .formatted(key()));
    all.add("CREATE INDEX shop_book_tags_tag ON shop_book_tags (tag_id)");
    all.add(
        "CREATE TABLE friendships (person bigint NOT NULL REFERENCES shop_person (id), friend bigint NOT NULL REFERENCES shop_person (id), PRIMARY KEY (person, friend))");
    all.add("CREATE TABLE shop_country (code varchar(2) PRIMARY KEY, name varchar(80) NOT NULL)");
    all.add(
        "CREATE TABLE shop_token (token %s PRIMARY KEY, country_id varchar(2) NOT NULL REFERENCES shop_country (code), counter bigint NOT NULL)"
            .formatted(uuid()));
    all.add(
        "CREATE TABLE shop_version (id bigint PRIMARY KEY, text %s NOT NULL)".formatted(text()));
    all.add("CREATE TABLE shop_log (line %s)".formatted(text()));
    all.add(
        "CREATE TABLE shop_line (order_no bigint NOT NULL, place integer NOT NULL, PRIMARY KEY (order_no, place))");
    all.add(
        "CREATE TABLE shop_parcel (id %s, order_no bigint, place integer, FOREIGN KEY (order_no, place) REFERENCES shop_line (order_no, place))"
            .formatted(key()));
    all.add("CREATE VIEW shop_titles AS SELECT id, title FROM shop_book");
    if (vendor == Vendor.POSTGRESQL) {
      all.add("COMMENT ON TABLE shop_publishers IS 'Those who print'");
      all.add("COMMENT ON COLUMN shop_publishers.founded IS 'The year at least'");
    }
    return all;
  }

  private String book() {
    return """
    CREATE TABLE shop_book (
      id %s,
      title varchar(200) NOT NULL,
      publisher_id integer NOT NULL%s,
      editor bigint%s,
      translator_id bigint%s,
      price %s DEFAULT 9.90 NOT NULL,
      pages integer DEFAULT 0 NOT NULL,
      status varchar(10) DEFAULT 'draft' NOT NULL,
      mood %s,
      extra %s,
      published %s,
      released date,
      opens %s,
      isbn %s NOT NULL UNIQUE,
      rating %s,
      cover %s,
      in_print %s NOT NULL,
      small smallint,
      parent_id bigint%s,
      twice bigint GENERATED ALWAYS AS (pages * 2) %s,
      "order-no" integer%s,
      CONSTRAINT shop_book_title_publisher UNIQUE (title, publisher_id),
      CONSTRAINT price_ok CHECK (price >= 0),
      CONSTRAINT status_ok CHECK (status IN ('draft', 'in review', 'sold'))%s
    )\
    """
        .formatted(
            key(),
            refers("shop_publishers (publisher_no)", ""),
            refers("shop_person (id)", " ON DELETE SET NULL"),
            refers("shop_person (id)", " ON DELETE CASCADE"),
            vendor == Vendor.SQLITE ? "decimal" : "numeric(8, 2)",
            switch (vendor) {
              case POSTGRESQL -> "mood";
              case MARIADB -> "enum('happy', 'so so')";
              case SQLITE -> "varchar(32) CHECK (mood IN ('happy', 'so so'))";
            },
            switch (vendor) {
              case POSTGRESQL -> "jsonb NOT NULL";
              case MARIADB -> "json NOT NULL";
              case SQLITE -> "text NOT NULL CHECK ((JSON_VALID(\"extra\") OR \"extra\" IS NULL))";
            },
            switch (vendor) {
              case POSTGRESQL -> "timestamptz";
              case MARIADB -> "datetime(6)";
              case SQLITE -> "datetime";
            },
            vendor == Vendor.MARIADB ? "time(6)" : "time",
            uuid(),
            vendor == Vendor.SQLITE ? "real" : "double precision",
            switch (vendor) {
              case POSTGRESQL -> "bytea";
              case MARIADB -> "longblob";
              case SQLITE -> "BLOB";
            },
            vendor == Vendor.POSTGRESQL ? "boolean DEFAULT true" : "bool DEFAULT 1",
            refers("shop_book (id)", ""),
            vendor == Vendor.SQLITE ? "VIRTUAL" : "STORED",
            vendor == Vendor.SQLITE ? "" : ", place point",
            "");
  }

  private static String refers(String target, String rule) {
    return " REFERENCES " + target + rule;
  }

  private String key() {
    return switch (vendor) {
      case POSTGRESQL -> "bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY";
      case MARIADB -> "bigint AUTO_INCREMENT PRIMARY KEY";
      case SQLITE -> "integer PRIMARY KEY AUTOINCREMENT NOT NULL";
    };
  }

  private String smallKey() {
    return switch (vendor) {
      case POSTGRESQL -> "serial PRIMARY KEY";
      case MARIADB -> "integer AUTO_INCREMENT PRIMARY KEY";
      case SQLITE -> "integer PRIMARY KEY NOT NULL";
    };
  }

  private String text() {
    return vendor == Vendor.MARIADB ? "longtext" : "text";
  }

  private String uuid() {
    return vendor == Vendor.SQLITE ? "char(32)" : "uuid";
  }

  private String comment(String words) {
    return vendor == Vendor.MARIADB ? " COMMENT '" + words + "'" : "";
  }
}
