package io.quintet.forms;

import io.quintet.storage.UploadedFile;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of a map: a list stands for several values of its name, an uploaded file for a file. */
record MapSubmission(Map<String, ? extends @Nullable Object> values) implements Submission {
  @Override
  public @Nullable Object get(String name) {
    List<? extends @Nullable Object> all = list(name);
    return all.isEmpty() ? null : all.getLast();
  }

  @Override
  public List<? extends @Nullable Object> list(String name) {
    Object value = values.get(name);
    if (value instanceof List<?> list) {
      return list;
    }
    return values.containsKey(name) && !(value instanceof UploadedFile)
        ? Collections.singletonList(value)
        : List.of();
  }

  @Override
  public boolean contains(String name) {
    return values.containsKey(name);
  }

  @Override
  public List<UploadedFile> files(String name) {
    return values.get(name) instanceof UploadedFile file ? List.of(file) : List.of();
  }
}
