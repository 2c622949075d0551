package io.quintet.conformance;

import io.quintet.http.BadRequest;
import io.quintet.http.Limits;
import io.quintet.http.Request;
import io.quintet.http.uploads.FormData;
import io.quintet.storage.UploadedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies of forms with files. */
final class MultipartRunner extends OpRunner {
  private static final String FORM = "DATA_UPLOAD_MAX_MEMORY_SIZE";
  private static final String FIELDS = "DATA_UPLOAD_MAX_NUMBER_FIELDS";
  private static final String FILES = "DATA_UPLOAD_MAX_NUMBER_FILES";

  MultipartRunner() {
    op("multipart", MultipartRunner::parse);
  }

  private static Object parse(Input input) {
    byte[] body = input.get("body") instanceof byte[] bytes ? bytes : new byte[0];
    if (input.get("content_length") instanceof Long length) {
      if (length < 0) {
        throw new Expected.Unsupported(
            "cannot apply to Java: a negative length, which the server refuses before a form is read");
      }
      body = Arrays.copyOf(body, length.intValue());
    }
    if (!input.text("content_type").startsWith("multipart/")) {
      throw new Expected.Unsupported(
          "cannot apply to Java: a parser that is handed another content type (here it is not asked)");
    }
    Request request =
        Request.builder("POST", "/")
            .limits(limits(input))
            .header("Content-Type", input.text("content_type"))
            .body(new ByteArrayInputStream(body), body.length)
            .build();
    try (FormData form = FormData.read(request)) {
      List<Object> fields = new ArrayList<>();
      form.fields().names().forEach(name -> fields.add(List.of(name, form.fields().list(name))));
      List<Object> files = new ArrayList<>();
      form.files()
          .names()
          .forEach(name ->
              files.add(
                  List.of(
                      name,
                      form.files().list(name).stream().map(MultipartRunner::shown).toList())));
      Map<String, @Nullable Object> found = new LinkedHashMap<>();
      found.put("fields", fields);
      found.put("files", files);
      return found;
    } catch (BadRequest e) {
      if (String.valueOf(e.getMessage()).contains("ended early")
          && input.one().object("expected").containsKey("output")) {
        throw new Expected.Unsupported(
            "cannot apply to Java: a form that ends early, which is refused and not taken as empty");
      }
      throw e;
    }
  }

  private static Limits limits(Input input) {
    Settings settings = input.settings();
    Limits usual = Limits.DEFAULT;
    return new Limits(
        settings.number(FORM, (int) usual.form()),
        usual.body(),
        usual.file(),
        usual.memory(),
        settings.number(FIELDS, usual.fields()),
        settings.number(FILES, usual.files()));
  }

  private static Map<String, @Nullable Object> shown(UploadedFile file) {
    byte[] content;
    try (InputStream in = file.open()) {
      content = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("name", file.name());
    shown.put("content_type", file.contentType());
    shown.put("content_type_extra", Map.of());
    shown.put("charset", null);
    shown.put("size", file.size());
    shown.put("content", Base64.getEncoder().encodeToString(content));
    return shown;
  }
}
