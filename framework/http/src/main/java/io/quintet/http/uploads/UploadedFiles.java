package io.quintet.http.uploads;

import io.quintet.storage.UploadedFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The uploaded files of a form by field name; a field may have several. */
public final class UploadedFiles {
  private static final UploadedFiles NONE = new UploadedFiles(Map.of());

  private final Map<String, List<UploadedFile>> files;

  private UploadedFiles(Map<String, List<UploadedFile>> files) {
    this.files = files;
  }

  /** No files. */
  public static UploadedFiles none() {
    return NONE;
  }

  /** Files by field name, in order. */
  public static UploadedFiles of(Map<String, List<UploadedFile>> files) {
    Map<String, List<UploadedFile>> copy = new LinkedHashMap<>();
    files.forEach((name, list) -> copy.put(name, List.copyOf(list)));
    return new UploadedFiles(Collections.unmodifiableMap(copy));
  }

  /** The last file of a field, or null. */
  public @Nullable UploadedFile get(String field) {
    List<UploadedFile> list = list(field);
    return list.isEmpty() ? null : list.getLast();
  }

  /** The last file of a field, or empty. */
  public Optional<UploadedFile> find(String field) {
    return Optional.ofNullable(get(field));
  }

  /** Every file of a field; empty if there is none. */
  public List<UploadedFile> list(String field) {
    return files.getOrDefault(field, List.of());
  }

  /** Whether the field has a file. */
  public boolean has(String field) {
    return files.containsKey(field);
  }

  /** The names of the fields, in order. */
  public Set<String> names() {
    return files.keySet();
  }

  /** Whether there is no file. */
  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** Every file. */
  public List<UploadedFile> all() {
    List<UploadedFile> all = new ArrayList<>();
    files.values().forEach(all::addAll);
    return all;
  }
}
