package io.quintet.orm.blog;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import jakarta.validation.constraints.Size;

/** Since when and as what somebody is in a team. */
@Model
public class Membership extends Entity {
  public static final Manager<Membership> objects = Manager.of(Membership.class);

  @ForeignKey(onDelete = OnDelete.CASCADE)
  public final One<Team> team = one();

  @ForeignKey(onDelete = OnDelete.CASCADE)
  public final One<Author> author = one();

  @Size(max = 20)
  public String role = "member";
}
