package io.quintet.auth;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.annotation.AutoKey;
import io.quintet.orm.annotation.Column;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.UniqueTogether;
import jakarta.validation.constraints.Size;

/** A model by its names, so that rows can refer to models: Django's table of content types. */
@Model(table = "django_content_type", verboseName = "content type")
@UniqueTogether(
    value = {"appLabel", "model"},
    name = "django_content_type_app_label_model_76bd3d3b_uniq")
@AutoKey(bits = 32)
public class ContentType extends Entity {
  /** The label of the app. */
  @Size(max = 100)
  public String appLabel = "";

  /** The model's name in lower case. */
  @Size(max = 100)
  @Column("model")
  public String model = "";

  /** All rows. */
  public static final Manager<ContentType> objects = Manager.of(ContentType.class);

  @Override
  public String toString() {
    return appLabel + " | " + model;
  }
}
