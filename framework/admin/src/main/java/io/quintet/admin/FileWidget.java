package io.quintet.admin;

import io.quintet.forms.Submission;
import io.quintet.forms.widgets.Widget;
import io.quintet.forms.widgets.Widgets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file input without words around it: the page itself shows the stored file and the box that
 * removes it, which this reads.
 */
final class FileWidget extends Widget {
  private final Widget shown = Widgets.file();
  private final Widget read = Widgets.clearableFile();

  @Override
  public boolean multipart() {
    return true;
  }

  @Override
  public void required(boolean required) {
    super.required(required);
    read.required(required);
  }

  @Override
  public boolean requiredAttribute(@Nullable Object initial) {
    return shown.requiredAttribute(initial);
  }

  @Override
  public @Nullable Object read(Submission sent, String name) {
    return read.read(sent, name);
  }

  @Override
  public boolean omitted(Submission sent, String name) {
    return read.omitted(sent, name);
  }

  @Override
  protected void write(
      StringBuilder out,
      String name,
      @Nullable Object value,
      Map<String, ? extends @Nullable Object> attributes) {
    out.append(shown.render(name, null, attributes).value());
  }
}
