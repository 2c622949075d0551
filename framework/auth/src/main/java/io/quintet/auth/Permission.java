package io.quintet.auth;

import static io.quintet.orm.annotation.OnDelete.CASCADE;

import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.One;
import io.quintet.orm.annotation.AutoKey;
import io.quintet.orm.annotation.ForeignKey;
import io.quintet.orm.annotation.Model;
import io.quintet.orm.annotation.UniqueTogether;
import jakarta.validation.constraints.Size;

/**
 * Something that a user may do with a model. For each model the four of {@link Permissions} are
 * made when the site is migrated; an app may add rows of its own.
 */
@Model(ordering = {"contentType__appLabel", "contentType__model", "codename"})
@UniqueTogether(
    value = {"contentType", "codename"},
    name = "auth_permission_content_type_id_codename_01ab375a_uniq")
@AutoKey(bits = 32)
public class Permission extends Entity {
  /** For people: {@code Can change booking}. */
  @Size(max = 255)
  public String name = "";

  /** The model. */
  @ForeignKey(onDelete = CASCADE, relatedName = "permissions")
  public final One<ContentType> contentType = one();

  /** For code, without the app: {@code change_booking}. */
  @Size(max = 100)
  public String codename = "";

  /** All rows. */
  public static final Manager<Permission> objects = Manager.of(Permission.class);

  @Override
  public String toString() {
    return contentType.get() + " | " + name;
  }
}
