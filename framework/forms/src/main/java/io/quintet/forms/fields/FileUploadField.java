package io.quintet.forms.fields;

import io.quintet.forms.BaseField;
import io.quintet.forms.internal.Texts;
import io.quintet.forms.validators.Validators;
import io.quintet.forms.widgets.FileChoice;
import io.quintet.forms.widgets.Widget;
import io.quintet.forms.widgets.Widgets;
import io.quintet.storage.ImageInfo;
import io.quintet.storage.InvalidImageException;
import io.quintet.storage.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file. With a stored file as initial value, sending none keeps that, and an optional
 * one can be removed ({@link #cleared}).
 */
public final class FileUploadField extends BaseField<UploadedFile, FileUploadField> {
  private static final List<String> IMAGE_EXTENSIONS =
      List.of("png", "jpg", "jpeg", "jfif", "gif", "webp");

  private final boolean image;
  private @Nullable Integer maxLength;
  private @Nullable Long maxBytes;
  private boolean allowEmpty;
  private boolean cleared;

  /** Any file. */
  public FileUploadField(String name) {
    this(name, false);
  }

  private FileUploadField(String name, boolean image) {
    super(name, Widgets.clearableFile());
    this.image = image;
    tell("invalid", "No file was submitted. Check the encoding type on the form.");
    tell("missing", "No file was submitted.");
    tell("empty", "The submitted file is empty.");
    tell("max_length", "Ensure this filename has at most {max} characters (it has {length}).");
    tell("max_size", "Ensure this file has at most {max} bytes (it has {size}).");
    tell("contradiction", "Please either submit a file or check the clear checkbox, not both.");
    tell(
        "invalid_image",
        "Upload a valid image. The file you uploaded was either not an image or a corrupted"
            + " image.");
  }

  /** A PNG, JPEG, GIF or WebP image: by its content, not by what the browser claims. */
  public static FileUploadField image(String name) {
    return new FileUploadField(name, true);
  }

  /** Sets the most characters of the file's name. */
  public FileUploadField maxLength(int characters) {
    this.maxLength = characters;
    return this;
  }

  /** Sets the most bytes of the content. */
  public FileUploadField maxBytes(long bytes) {
    this.maxBytes = bytes;
    return this;
  }

  /** Accepts a file without content. */
  public FileUploadField allowEmpty() {
    this.allowEmpty = true;
    return this;
  }

  /** Accepts only names with one of these extensions, without a dot. */
  public FileUploadField extensions(String... extensions) {
    var rule = Validators.fileExtension(List.of(extensions));
    return check(
        (io.quintet.forms.validators.Validator<UploadedFile>) file -> rule.validate(file.name()));
  }

  /** Whether the stored file is to be removed. */
  public boolean cleared() {
    return cleared;
  }

  @Override
  public @Nullable UploadedFile clean(@Nullable Object raw, @Nullable Object initial) {
    cleared = false;
    Object sent = raw;
    if (sent == FileChoice.BOTH) {
      throw refused("contradiction");
    }
    if (sent == FileChoice.CLEAR) {
      if (!isRequired()) {
        cleared = true;
        return null;
      }
      sent = null;
    }
    if (isEmpty(sent) && !isEmpty(initial)) {
      return null;
    }
    return super.clean(sent, initial);
  }

  @Override
  protected @Nullable UploadedFile convert(@Nullable Object raw) {
    if (raw == null || isEmpty(raw)) {
      return null;
    }
    if (!(raw instanceof UploadedFile file)) {
      throw refused("invalid");
    }
    if (file.name().isEmpty()) {
      throw refused("invalid");
    }
    int length = Texts.length(file.name());
    if (maxLength != null && length > maxLength) {
      throw refused("max_length", Map.of("max", maxLength, "length", length));
    }
    if (!allowEmpty && file.size() == 0) {
      throw refused("empty");
    }
    if (maxBytes != null && file.size() > maxBytes) {
      throw refused("max_size", Map.of("max", maxBytes, "size", file.size()));
    }
    if (image) {
      requireImage(file);
    }
    return file;
  }

  private void requireImage(UploadedFile file) {
    Validators.fileExtension(IMAGE_EXTENSIONS).validate(file.name());
    try (InputStream content = file.open()) {
      ImageInfo.read(content);
    } catch (InvalidImageException e) {
      throw refused("invalid_image");
    } catch (IOException e) {
      throw new UncheckedIOException("The upload of field \"" + name() + "\" cannot be read", e);
    }
  }

  @Override
  public boolean hasChanged(@Nullable Object initial, @Nullable Object raw) {
    return !isDisabled() && raw != null;
  }

  /** A file that was sent cannot be sent back; the stored one is shown. */
  @Override
  protected @Nullable Object shown(@Nullable Object raw, @Nullable Object initial) {
    return initial;
  }

  @Override
  protected Map<String, Object> widgetAttributes(Widget widget) {
    return image && widget.multipart() && !widget.attributes().containsKey("accept")
        ? Map.of("accept", "image/*")
        : Map.of();
  }
}
