package io.quintet.rest.serializers;

import io.quintet.core.SiteContext;
import io.quintet.core.i18n.TimeZones;
import io.quintet.orm.meta.FieldType;
import io.quintet.storage.ImageInfo;
import io.quintet.storage.InvalidImageException;
import io.quintet.storage.Storages;
import io.quintet.storage.StoredFile;
import io.quintet.storage.UploadTo;
import io.quintet.storage.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Checks uploads, and stores them when the object is saved. */
final class FileReader {
  private FileReader() {}

  static Wrong notAFile() {
    return Wrong.because("The submitted data was not a file. Check the encoding type on the form.");
  }

  static UploadedFile checked(Object given, int maxLength) throws Wrong {
    if (!(given instanceof UploadedFile file)) {
      throw notAFile();
    }
    if (file.size() == 0) {
      throw Wrong.because("The submitted file is empty.");
    }
    if (maxLength > 0 && file.name().length() > maxLength) {
      throw Wrong.because(
          "Ensure this filename has at most %d characters (it has %d)."
              .formatted(maxLength, file.name().length()));
    }
    return file;
  }

  static UploadedFile image(Object given, int maxLength) throws Wrong {
    UploadedFile file = checked(given, maxLength);
    try (InputStream in = file.open()) {
      ImageInfo.read(in);
    } catch (InvalidImageException e) {
      throw Wrong.because(
          "Upload a valid image. The file you uploaded was either not an image or a corrupted image.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  static StoredFile store(UploadedFile file, FieldType type) {
    return switch (type) {
      case FieldType.FileName t -> store(file, t.uploadTo(), t.storage());
      case FieldType.ImageName t -> store(file, t.uploadTo(), t.storage());
      default -> throw new IllegalArgumentException("No field for files: " + type);
    };
  }

  private static StoredFile store(UploadedFile file, String folder, String alias) {
    var now = SiteContext.current().clock().instant().atZone(TimeZones.current());
    String storage = alias.isEmpty() ? Storages.DEFAULT : alias;
    return Storages.current().get(storage).save(new UploadTo(folder).name(file.name(), now), file);
  }
}
