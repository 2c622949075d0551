package io.quintet.conformance.orm.models;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.UniqueTogether;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A word that books carry. */
@UniqueTogether(expressions = "lower(name)", name = "uniq_tag_name_ci")
@Model(app = "library", table = "library_tag", ordering = "name")
public class Tag extends Entity {
  public static final Manager<Tag> objects = Manager.of(Tag.class);

  @Size(max = 40)
  public String name = "";

  @Size(max = 7)
  @Pattern(regexp = "^#[0-9a-f]{6}$")
  public String color = "#000000";
}
