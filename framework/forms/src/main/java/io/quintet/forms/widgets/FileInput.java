package io.quintet.forms.widgets;

import io.quintet.core.text.Html;
import io.quintet.forms.Submission;
import io.quintet.storage.Storages;
import io.quintet.storage.StoredFile;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file to upload; with a stored file it links to that, and can offer to remove it. */
final class FileInput extends Input {
  private final boolean clearable;

  FileInput(boolean clearable) {
    super("file");
    this.clearable = clearable;
  }

  @Override
  public boolean multipart() {
    return true;
  }

  @Override
  public boolean requiredAttribute(@Nullable Object initial) {
    return initial == null || "".equals(initial) || Boolean.FALSE.equals(initial);
  }

  @Override
  protected @Nullable Object format(@Nullable Object value) {
    return null;
  }

  @Override
  public @Nullable Object read(Submission sent, String name) {
    boolean clear = clearable && !required() && cleared(sent, name + "-clear");
    var files = sent.files(name);
    if (files.isEmpty()) {
      return clear ? FileChoice.CLEAR : null;
    }
    return clear ? FileChoice.BOTH : files.getLast();
  }

  private static boolean cleared(Submission sent, String name) {
    return sent.get(name) instanceof String text
        && !text.isEmpty()
        && !text.equalsIgnoreCase("false");
  }

  @Override
  public boolean omitted(Submission sent, String name) {
    return sent.files(name).isEmpty() && !(clearable && sent.contains(name + "-clear"));
  }

  @Override
  protected void write(
      StringBuilder out,
      String name,
      @Nullable Object value,
      Map<String, ? extends @Nullable Object> attributes) {
    if (clearable && value instanceof StoredFile stored) {
      current(out, name, stored, Boolean.TRUE.equals(attributes.get("disabled")));
    }
    super.write(out, name, value, attributes);
  }

  private void current(StringBuilder out, String name, StoredFile file, boolean disabled) {
    String shown = Html.escapeText(file.name());
    out.append("Currently: ");
    if (Storages.current().get(file.storage()).isPublic()) {
      out.append("<a href=\"").append(Html.escapeText(file.url())).append("\">");
      out.append(shown).append("</a>");
    } else {
      out.append(shown);
    }
    if (!required()) {
      String box = Html.escapeText(name) + "-clear";
      out.append("\n<input type=\"checkbox\" name=\"").append(box);
      out.append("\" id=\"").append(box).append("_id\"").append(disabled ? " disabled" : "");
      out.append(">\n<label for=\"").append(box).append("_id\">Clear</label>");
    }
    out.append("<br>\nChange:\n");
  }
}
