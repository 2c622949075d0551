package io.quintet.benchmarks.orm.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Type;
import org.jspecify.annotations.Nullable;

/** The tables as Hibernate's entities. */
public final class HibernateModel {
  /** Keys are taken from the sequence so many at a time, so that inserts can be one batch. */
  public static final int KEYS_AT_ONCE = 1_000;

  private HibernateModel() {}

  /** An author. */
  @Entity(name = "Author")
  @Table(name = "blog_author")
  public static class Author {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public String name = "";
    public String email = "";
  }

  /** A category. */
  @Entity(name = "Category")
  @Table(name = "blog_category")
  public static class Category {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public String name = "";
    public String slug = "";
  }

  /** A tag. */
  @Entity(name = "Tag")
  @Table(name = "blog_tag")
  public static class Tag {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    public String name = "";
  }

  /** A post. */
  @Entity(name = "Post")
  @Table(name = "blog_post")
  public static class Post {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "posts")
    @SequenceGenerator(
        name = "posts",
        sequenceName = "blog_post_id_seq",
        allocationSize = KEYS_AT_ONCE)
    public @Nullable Long id;

    public String title = "";
    public String slug = "";
    public String body = "";

    @Type(HibernateMoment.class)
    @Column(name = "published_at")
    public Instant publishedAt = Instant.EPOCH;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "author_id")
    public @Nullable Author author;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "category_id")
    public @Nullable Category category;

    @ManyToMany
    @JoinTable(
        name = "blog_post_tags",
        joinColumns = @JoinColumn(name = "post_id"),
        inverseJoinColumns = @JoinColumn(name = "tag_id"))
    public List<Tag> tags = new ArrayList<>();
  }
}
