package io.quintet.auth;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.Many;
import io.quintet.orm.annotation.AutoKey;
import io.quintet.orm.annotation.ManyToMany;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.Unique;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Users who may do the same things. */
@Model(ordering = "name")
@AutoKey(bits = 32)
public class Group extends Entity {
  /** The name. */
  @NotBlank
  @Size(max = 150)
  @Unique
  public String name = "";

  /** What the members may do. */
  @ManyToMany(relatedName = "groups")
  public final Many<Permission> permissions = many();

  /** All rows. */
  public static final Manager<Group> objects = Manager.of(Group.class);

  @Override
  public String toString() {
    return name;
  }
}
