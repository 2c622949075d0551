package io.quintet.benchmarks.orm.ebean;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of blog_category. */
@Entity
@Table(name = "blog_category")
public class Category {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  private String name = "";
  private String slug = "";

  /** The key. */
  public long getId() {
    return id;
  }

  /** Its name. */
  public String getName() {
    return name;
  }

  /** Its slug. */
  public String getSlug() {
    return slug;
  }
}
