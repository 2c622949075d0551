package io.quintet.orm.blog;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.Many;
import io.quintet.orm.annotation.ManyToMany;
import io.quintet.orm.annotation.Model;
import jakarta.validation.constraints.Size;

/** People who work together. */
@Model(ordering = "name")
public class Team extends Entity {
  public static final Manager<Team> objects = Manager.of(Team.class);

  @Size(max = 50)
  public String name;

  @ManyToMany(through = Membership.class, relatedName = "teams")
  public final Many<Author> members = many();

  public Team() {}

  public Team(String name) {
    this.name = name;
  }
}
