package io.quintet.forms.models;

import io.quintet.core.SiteContext;
import io.quintet.core.i18n.TimeZones;
import io.quintet.forms.fields.FileUploadField;
import io.quintet.orm.Entity;
import io.quintet.orm.meta.FieldMeta;
import io.quintet.orm.meta.FieldType;
import io.quintet.storage.Storages;
import io.quintet.storage.StoredFile;
import io.quintet.storage.UploadTo;
import io.quintet.storage.UploadedFile;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Stores the files of a form, and takes them back if the row cannot be saved. */
final class Uploads {
  private final List<StoredFile> stored = new ArrayList<>();

  void apply(FieldMeta column, Entity instance, FileUploadField field) {
    UploadedFile upload = field.orNull();
    if (upload != null) {
      StoredFile file = store(column, upload);
      stored.add(file);
      column.set(instance, file);
    } else if (field.cleared() && column.nullable()) {
      column.set(instance, null);
    }
  }

  private static StoredFile store(FieldMeta column, UploadedFile upload) {
    return switch (column.type()) {
      case FieldType.FileName type -> store(type.storage(), type.uploadTo(), upload);
      case FieldType.ImageName type -> store(type.storage(), type.uploadTo(), upload);
      default -> throw new IllegalStateException(column + " does not hold a file");
    };
  }

  private static StoredFile store(String alias, String uploadTo, UploadedFile upload) {
    ZonedDateTime now = SiteContext.current().clock().instant().atZone(TimeZones.current());
    String name = new UploadTo(uploadTo).name(upload.name(), now);
    return Storages.current().get(alias).save(name, upload);
  }

  void discard() {
    stored.forEach(StoredFile::delete);
    stored.clear();
  }
}
