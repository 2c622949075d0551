package io.quintet.admin;

import io.quintet.auth.ContentType;
import io.quintet.core.SiteContext;
import io.quintet.http.Request;
import io.quintet.orm.Entity;
import io.quintet.orm.Manager;
import io.quintet.orm.QuerySet;
import io.quintet.orm.meta.ModelMeta;
import io.quintet.orm.meta.Models;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down what is done in the admin. */
final class Journal {
  private static final int LONGEST_NAME = 200;

  private Journal() {}

  static void added(Request request, Entity entity) {
    added(request, entity, List.of());
  }

  static void added(Request request, Entity entity, List<Map<String, Object>> rows) {
    write(request, entity, LogEntry.ADDED, ChangeMessage.with(ChangeMessage.added(), rows));
  }

  static void changed(Request request, Entity entity, List<String> fields) {
    changed(request, entity, fields, List.of());
  }

  static void changed(
      Request request, Entity entity, List<String> fields, List<Map<String, Object>> rows) {
    String message = ChangeMessage.with(ChangeMessage.changed(fields), rows);
    write(request, entity, LogEntry.CHANGED, message);
  }

  /** Before the row goes: afterwards it has no key. */
  static void deleted(Request request, Entity entity) {
    write(request, entity, LogEntry.DELETED, "");
  }

  private static void write(Request request, Entity entity, short flag, String message) {
    String name = entity.toString();
    LogEntry entry = new LogEntry();
    entry.actionTime = SiteContext.current().clock().instant();
    entry.user.set(Access.of(request).user());
    entry.contentType.set(typeOf(Models.of(entity)));
    entry.objectId = Keys.of(entity);
    entry.objectRepr =
        name.codePointCount(0, name.length()) <= LONGEST_NAME
            ? name
            : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    entry.actionFlag = flag;
    entry.changeMessage = message;
    entry.save();
  }

  private static ContentType typeOf(ModelMeta<?> model) {
    return ContentType.objects
        .getOrCreate(
            Map.of("appLabel", model.app(), "model", model.name().toLowerCase(Locale.ROOT)),
            type -> {})
        .entity();
  }

  /** What was done with a row, the newest first. */
  static QuerySet<LogEntry> of(Entity entity) {
    ModelMeta<?> model = Models.of(entity);
    return Manager.of(LogEntry.class)
        .filter("contentType__appLabel", model.app())
        .filter("contentType__model", model.name().toLowerCase(Locale.ROOT))
        .filter("objectId", Keys.of(entity))
        .selectRelated("user");
  }

  /** The admin of the model that an entry is about; null when it is not registered. */
  static @Nullable ModelAdmin<?> adminOf(LogEntry entry) {
    ContentType type = entry.contentType.get();
    if (type == null) {
      return null;
    }
    ModelMeta<?> model = Models.find(type.appLabel + "." + type.model).orElse(null);
    return model == null ? null : find(model);
  }

  private static @Nullable ModelAdmin<?> find(ModelMeta<?> model) {
    return AdminSite.current().models().stream()
        .filter(admin -> admin.model() == model)
        .findFirst()
        .orElse(null);
  }
}
