package io.quintet.auth;

import io.quintet.core.SiteContext;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import io.quintet.orm.migrations.ModelName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what. A permission is named {@code app.action_model}: {@code booking.change_booking}.
 *
 * <p>A superuser has every permission; an inactive user has none; others have those of their groups
 * and their own.
 */
public final class Permissions {
  /** What can be done with the rows of any model. */
  public static final List<String> ACTIONS = List.of("add", "change", "delete", "view");

  private Permissions() {}

  /** The name of a permission on a model. */
  public static String name(String action, ModelMeta<?> model) {
    return model.app() + "." + codename(action, model);
  }

  /** Whether the user has the permission of that full name. */
  public static boolean has(User user, String permission) {
    if (!user.isActive) {
      return false;
    }
    return user.isSuperuser || of(user).contains(permission);
  }

  /** The full names of all permissions that a user was given. */
  public static Set<String> of(User user) {
    Set<String> names = new HashSet<>();
    Permission.objects
        .filter("users__id", user.id)
        .selectRelated("contentType")
        .forEach(permission -> names.add(fullName(permission)));
    Permission.objects
        .filter("groups__users__id", user.id)
        .selectRelated("contentType")
        .forEach(permission -> names.add(fullName(permission)));
    return Set.copyOf(names);
  }

  /** The permission of that full name, or empty. */
  public static Optional<Permission> find(String fullName) {
    int dot = fullName.indexOf('.');
    return dot < 0
        ? Optional.empty()
        : Permission.objects
            .filter("contentType__appLabel", fullName.substring(0, dot))
            .filter("codename", fullName.substring(dot + 1))
            .first();
  }

  /**
   * Makes the rows of content types and permissions that are missing for the models of the site's
   * apps; called after a migration.
   */
  public static void createMissing() {
    List<ModelMeta<?>> models = new ArrayList<>(Models.all());
    models.addAll(Models.proxies());
    models.removeIf(model -> SiteContext.current().app(model.app()).isEmpty());
    for (ModelMeta<?> model : models) {
      ContentType type =
          ContentType.objects
              .filter("appLabel", model.app())
              .filter("model", modelName(model))
              .first()
              .orElseGet(() -> create(model));
      Set<String> present = new HashSet<>();
      Permission.objects
          .filter("contentType", type)
          .forEach(permission -> present.add(permission.codename));
      for (String action : ACTIONS) {
        if (!present.contains(codename(action, model))) {
          var permission = new Permission();
          permission.contentType.set(type);
          permission.codename = codename(action, model);
          permission.name = "Can " + action + " " + model.verboseName();
          permission.save();
        }
      }
    }
  }

  /**
   * Follows a model that was renamed or went to another app: its content type and permissions stay
   * the same rows, so whoever has a permission keeps it. Nothing happens when the new name is
   * there.
   */
  public static void follow(ModelName from, ModelName to) {
    Optional<ContentType> type = find(from);
    if (type.isEmpty() || find(to).isPresent()) {
      return;
    }
    type.get().appLabel = to.app();
    type.get().model = to.lower();
    type.get().save();
    for (Permission permission : Permission.objects.filter("contentType", type.get()).list()) {
      for (String action : ACTIONS) {
        if (permission.codename.equals(action + "_" + from.lower())) {
          permission.codename = action + "_" + to.lower();
          permission.name = "Can " + action + " " + verboseName(to);
          permission.save();
        }
      }
    }
  }

  private static Optional<ContentType> find(ModelName model) {
    return ContentType.objects
        .filter("appLabel", model.app())
        .filter("model", model.lower())
        .first();
  }

  private static String verboseName(ModelName model) {
    return Models.find(model.toString())
        .map(ModelMeta::verboseName)
        .orElseGet(() -> model.model().toLowerCase(java.util.Locale.ROOT));
  }

  private static ContentType create(ModelMeta<?> model) {
    var type = new ContentType();
    type.appLabel = model.app();
    type.model = modelName(model);
    type.save();
    return type;
  }

  private static String fullName(Permission permission) {
    return permission.contentType.get().appLabel + "." + permission.codename;
  }

  private static String codename(String action, ModelMeta<?> model) {
    return action + "_" + modelName(model);
  }

  private static String modelName(ModelMeta<?> model) {
    return model.name().toLowerCase(java.util.Locale.ROOT);
  }
}
