package io.quintet.forms;

import io.quintet.core.MultiMap;
import io.quintet.storage.UploadedFile;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Text and files of a request. */
record RequestSubmission(MultiMap text, Function<String, List<UploadedFile>> files)
    implements Submission {
  @Override
  public @Nullable Object get(String name) {
    return text.get(name);
  }

  @Override
  public List<String> list(String name) {
    return text.list(name);
  }

  @Override
  public boolean contains(String name) {
    return text.has(name);
  }

  @Override
  public List<UploadedFile> files(String name) {
    return files.apply(name);
  }
}
