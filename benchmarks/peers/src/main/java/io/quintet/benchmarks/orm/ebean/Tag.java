package io.quintet.benchmarks.orm.ebean;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of blog_tag. */
@Entity
@Table(name = "blog_tag")
public class Tag {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  private String name = "";

  /** The key. */
  public long getId() {
    return id;
  }

  /** Its name. */
  public String getName() {
    return name;
  }
}
