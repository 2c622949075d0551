package io.quintet.conformance.orm.models;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.Json;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.OnDelete;
import io.quintet.orm.annotation.OneToOne;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** What an author says about himself. */
@Model(app = "library", table = "library_profile")
public class Profile extends Entity {
  public static final Manager<Profile> objects = Manager.of(Profile.class);

  @OneToOne(onDelete = OnDelete.CASCADE, relatedName = "profile")
  public final One<Author> author = one();

  @Size(max = 30)
  public String nickname = "";

  public Theme theme = Theme.LIGHT;

  @Json public @Nullable Object preferences;

  public byte @Nullable [] avatar;

  public @Nullable LocalTime wakes_at;
}
