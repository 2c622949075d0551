package io.quintet.benchmarks.orm.ebean;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of blog_author. */
@Entity
@Table(name = "blog_author")
public class Author {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  private String name = "";
  private String email = "";

  /** The key. */
  public long getId() {
    return id;
  }

  /** Its name. */
  public String getName() {
    return name;
  }

  /** Its email. */
  public String getEmail() {
    return email;
  }
}
