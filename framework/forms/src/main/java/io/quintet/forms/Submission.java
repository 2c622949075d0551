package io.quintet.forms;

import io.quintet.core.MultiMap;
import io.quintet.storage.UploadedFile;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was sent with a form: text by name, a name may come more than once, and files. Widgets read
 * their value from it.
 */
public interface Submission {
  /** The last value of a name, or null if the name was not sent. */
  @Nullable Object get(String name);

  /** All values of a name in order; empty if it was not sent. */
  List<? extends @Nullable Object> list(String name);

  /** Whether the name was sent. */
  boolean contains(String name);

  /** The files of a name in order; empty if none was sent. */
  List<UploadedFile> files(String name);

  /** Text without files. */
  static Submission of(MultiMap text) {
    return of(text, name -> List.of());
  }

  /** Text, and a function from a name to its files, as a request brings them. */
  static Submission of(MultiMap text, Function<String, List<UploadedFile>> files) {
    return new RequestSubmission(text, files);
  }

  /** Single values by name, for tests and for JSON bodies. */
  static Submission of(Map<String, ? extends @Nullable Object> values) {
    return new MapSubmission(values);
  }
}
