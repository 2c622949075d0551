package io.quintet.orm.blog;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.annotation.OneToOne;
import io.quintet.orm.annotation.PrimaryKey;
import jakarta.validation.constraints.Size;

/** A model with a key of its own. */
@Model
public class Token extends Entity {
  public static final Manager<Token> objects = Manager.of(Token.class);

  @PrimaryKey
  @Size(max = 40)
  public String key;

  @OneToOne(onDelete = OnDelete.CASCADE, relatedName = "token")
  public final One<Author> author = one();
}
