package io.quintet.views;

import io.quintet.storage.StoredFile;
import io.quintet.templates.PropertyAccess;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What templates may read of a stored file: {@code {{ course.picture.url }}}. */
final class FileProperties implements PropertyAccess {
  private static final Map<String, Getter> FILE =
      Map.of(
          "url", target -> ((StoredFile) target).url(),
          "name", target -> ((StoredFile) target).name(),
          "file_name", target -> ((StoredFile) target).fileName(),
          "fileName", target -> ((StoredFile) target).fileName(),
          "size", target -> ((StoredFile) target).size(),
          "content_type", target -> ((StoredFile) target).contentType(),
          "contentType", target -> ((StoredFile) target).contentType(),
          "modified", target -> ((StoredFile) target).modified(),
          "exists", target -> ((StoredFile) target).exists());

  @Override
  public @Nullable Getter getter(Class<?> type, String name) {
    return type == StoredFile.class ? FILE.get(name) : null;
  }

  @Override
  public boolean knows(Class<?> type) {
    return type == StoredFile.class;
  }
}
