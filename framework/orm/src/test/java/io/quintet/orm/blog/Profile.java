package io.quintet.orm.blog;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.annotation.OneToOne;
import io.quintet.orm.annotation.PrimaryKey;
import io.quintet.orm.annotation.Text;

/** What an author tells about herself; its key is that of the author. */
@Model
public class Profile extends Entity {
  public static final Manager<Profile> objects = Manager.of(Profile.class);

  @PrimaryKey
  @OneToOne(onDelete = OnDelete.CASCADE, relatedName = "profile")
  public final One<Author> author = one();

  @Text public String about = "";
}
