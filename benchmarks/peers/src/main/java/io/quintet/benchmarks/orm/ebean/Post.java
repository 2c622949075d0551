package io.quintet.benchmarks.orm.ebean;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of blog_post. */
@Entity
@Table(name = "blog_post")
public class Post {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  private String title;
  private String slug;
  private String body;

  @Column(name = "published_at")
  private Instant publishedAt;

  @ManyToOne
  @JoinColumn(name = "author_id")
  private @Nullable Author author;

  @ManyToOne
  @JoinColumn(name = "category_id")
  private @Nullable Category category;

  @ManyToMany
  @JoinTable(
      name = "blog_post_tags",
      joinColumns = @JoinColumn(name = "post_id"),
      inverseJoinColumns = @JoinColumn(name = "tag_id"))
  private List<Tag> tags = new ArrayList<>();

  /** A post to insert. */
  public Post(
      String title,
      String slug,
      String body,
      Instant publishedAt,
      Author author,
      Category category) {
    this.title = title;
    this.slug = slug;
    this.body = body;
    this.publishedAt = publishedAt;
    this.author = author;
    this.category = category;
  }

  /** The key. */
  public long getId() {
    return id;
  }

  /** Its title. */
  public String getTitle() {
    return title;
  }

  /** Gives it another title. */
  public void setTitle(String other) {
    title = other;
  }

  /** Its slug. */
  public String getSlug() {
    return slug;
  }

  /** Its body. */
  public String getBody() {
    return body;
  }

  /** When it was published. */
  public Instant getPublishedAt() {
    return publishedAt;
  }

  /** Its author. */
  public @Nullable Author getAuthor() {
    return author;
  }

  /** Its category. */
  public @Nullable Category getCategory() {
    return category;
  }

  /** Its tags. */
  public List<Tag> getTags() {
    return tags;
  }
}
