package io.quintet.views.wizard;

import io.quintet.forms.Submission;
import io.quintet.storage.UploadedFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was sent, and which of it a form has read: what else was sent is none of its business. */
final class ReadInputs implements Submission {
  private final Submission sent;
  private final Set<String> names = new LinkedHashSet<>();

  ReadInputs(Submission sent) {
    this.sent = sent;
  }

  Set<String> names() {
    return names;
  }

  @Override
  public @Nullable Object get(String name) {
    names.add(name);
    return sent.get(name);
  }

  @Override
  public List<? extends @Nullable Object> list(String name) {
    names.add(name);
    return sent.list(name);
  }

  @Override
  public boolean contains(String name) {
    names.add(name);
    return sent.contains(name);
  }

  @Override
  public List<UploadedFile> files(String name) {
    names.add(name);
    return sent.files(name);
  }
}
