package io.quintet.http.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.http.BadRequest;
import io.quintet.http.Limits;
import io.quintet.http.PayloadTooLarge;
import io.quintet.http.Request;
import io.quintet.http.conformance.RecordedCases;
import io.quintet.http.conformance.RecordedCases.Case;
import io.quintet.storage.UploadedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MultipartTest {
  private static final Limits LIMITS = new Limits(1_000, 100_000, 50_000, 1_000, 5, 3);

  private static Request form(String body) {
    return form(body, LIMITS);
  }

  private static Request form(String body, Limits limits) {
    return Request.builder("POST", "/")
        .limits(limits)
        .body("multipart/form-data; boundary=XX", body.replace("\n", "\r\n"))
        .build();
  }

  private static String field(String name, String value) {
    return "--XX\nContent-Disposition: form-data; name=\"" + name + "\"\n\n" + value + "\n";
  }

  private static String file(String field, String name, String content) {
    return "--XX\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\nContent-Type: text/plain\n\n%s\n"
        .formatted(field, name, content);
  }

  private static String read(UploadedFile file) throws IOException {
    try (InputStream in = file.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Set<Path> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(path -> path.getFileName().toString().startsWith("quintet-upload-"))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void fieldsAndFilesComeApart() throws IOException {
    Request request =
        form(
            field("a", "1")
                + file("f", "../../x/ü.txt", "Hällo")
                + field("a", "2\n--X")
                + "--XX--\n");
    assertThat(request.post().list("a")).containsExactly("1", "2\r\n--X");
    UploadedFile file = request.files().get("f");
    assertThat(file.name()).isEqualTo("ü.txt");
    assertThat(file.contentType()).isEqualTo("text/plain");
    assertThat(read(file)).isEqualTo("Hällo");
  }

  @Test
  void largeFilesGoToATemporaryFileThatIsGoneWithTheRequest() throws IOException {
    Set<Path> before = temporaryFiles();
    Request request = form(file("f", "big.txt", "x".repeat(20_000)) + "--XX--\n");
    assertThat(request.files().get("f").size()).isEqualTo(20_000);
    Set<Path> during = temporaryFiles();
    during.removeAll(before);
    assertThat(during).hasSize(1);
    request.close();
    assertThat(during.iterator().next()).doesNotExist();
  }

  @Test
  void everyCutOfTheStreamGivesTheSameResult() throws IOException {
    String body =
        (field("a", "1\r\n--X\r\n-") + file("f", "x", "\r\n--XY") + "--XX--\n")
            .replace("\n", "\r\n")
            .replace("\r\r", "\r");
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    for (int size = 1; size <= bytes.length; size++) {
      int chunk = size;
      InputStream dripping =
          new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] b, int off, int len) {
              return super.read(b, off, Math.min(len, chunk));
            }
          };
      FormData form = new MultipartParser(dripping, "XX", LIMITS).parse();
      assertThat(form.fields().get("a")).isEqualTo("1\r\n--X\r\n-");
      assertThat(read(form.files().get("f"))).isEqualTo("\r\n--XY");
    }
  }

  /** CVE-2026-33033. */
  @Test
  void aBase64PartFullOfBlanksIsReadInOnePass() throws IOException {
    String content = "aG" + " \t".repeat(200_000) + "VsbG8=";
    String part =
        "--XX\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\n"
            + "Content-Transfer-Encoding: base64\n\n"
            + content
            + "\n--XX--\n";
    Limits limits = new Limits(1_000, 1_000_000, 50_000, 1_000, 5, 3);
    assertThat(read(form(part, limits).files().get("f"))).isEqualTo("hello");
  }

  @Test
  void aMegabyteIsReadInLinearTime() throws IOException {
    Limits wide = new Limits(1_000, 1L << 30, 1L << 30, 1_000, 5, 3);
    long start = System.nanoTime();
    Request request = form(file("f", "x", "\n--X".repeat(500_000)) + "--XX--\n", wide);
    assertThat(request.files().get("f").size()).isGreaterThan(2_000_000);
    request.close();
    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
  }

  @Nested
  class Hostile {
    private void refused(Class<? extends Throwable> type, String message, String body)
        throws IOException {
      Set<Path> before = temporaryFiles();
      assertThatThrownBy(() -> form(body).post()).isInstanceOf(type).hasMessageContaining(message);
      assertThat(temporaryFiles()).as("temporary files left behind").isEqualTo(before);
    }

    @Test
    void tooManyFieldsFilesAndParts() throws IOException {
      refused(BadRequest.class, "more than the 5 fields", field("a", "1").repeat(6) + "--XX--\n");
      refused(
          BadRequest.class,
          "more than the 3 files",
          file("f", "x", "x".repeat(2_000)).repeat(4) + "--XX--\n");
      refused(BadRequest.class, "too many parts", "--XX\nA: b\n\nx\n".repeat(9) + "--XX--\n");
    }

    @Test
    void tooLargeFieldsFilesAndBodies() throws IOException {
      refused(
          PayloadTooLarge.class,
          "form without its files is larger",
          field("a", "x".repeat(1_500)) + "--XX--\n");
      refused(
          PayloadTooLarge.class,
          "form without its files is larger",
          field("a", "x".repeat(600)).repeat(2) + "--XX--\n");
      refused(
          PayloadTooLarge.class,
          "The file \"x\" is larger than the 50,000 bytes",
          file("f", "x", "x".repeat(60_000)) + "--XX--\n");
      refused(
          PayloadTooLarge.class,
          "body is larger",
          file("f", "x", "x".repeat(40_000)).repeat(3) + "--XX--\n");
    }

    @Test
    void endlessPreamblesAndHeaders() throws IOException {
      refused(
          PayloadTooLarge.class,
          "before the first part",
          "x".repeat(20_000) + field("a", "1") + "--XX--\n");
      refused(
          BadRequest.class,
          "longer than the 8192 bytes",
          "--XX\nX-Long: " + "x".repeat(9_000) + "\n\n1\n--XX--\n");
      refused(
          BadRequest.class,
          "more than 16 header lines",
          "--XX\n" + "A: b\n".repeat(20) + "\n1\n--XX--\n");
    }

    @Test
    void bodiesThatEndEarlyOrAreNotMultipart() throws IOException {
      refused(BadRequest.class, "last boundary is missing", field("a", "1"));
      refused(BadRequest.class, "last boundary is missing", file("f", "x", "x".repeat(5_000)));
      refused(BadRequest.class, "ended early", "--XX\nContent-Disposition: form-data");
      refused(BadRequest.class, "not well-formed", "--XXjunk\n\n--XX--\n");
    }

    @Test
    void boundariesThatAreMissingTwiceGivenOrWrong() {
      for (String boundary :
          List.of(
              "",
              "; boundary=",
              "; boundary=a; boundary=b",
              "; boundary=" + "x".repeat(71),
              "; boundary=\"a<b\"")) {
        Request request =
            Request.builder("POST", "/").body("multipart/form-data" + boundary, "--a--").build();
        assertThatThrownBy(request::post)
            .as(boundary)
            .isInstanceOf(BadRequest.class)
            .hasMessageContaining("boundary");
      }
    }

    @Test
    void fileNamesLoseFoldersAndControlCharactersAndTheRestOfTheHeaderIsFolded() {
      Request request =
          form(
              "--XX\nContent-Disposition: form-data; name=\"f\";\n filename=\"..\\\\..\\\\a\u0001;b.txt\"\n\nx\n"
                  + file("g", "..", "x")
                  + file("h", "", "x")
                  + "--XX--\n");
      assertThat(request.files().get("f").name()).isEqualTo("a;b.txt");
      assertThat(request.files().names()).containsExactly("f");
    }
  }

  @Test
  void bodiesRecordedFromDjangoGiveTheSameFieldsAndFiles() throws IOException {
    // Different on purpose: a body that ends early is refused, limits have other names, names are
    // not HTML-unescaped.
    SoftAssertions all = new SoftAssertions();
    int compared = 0;
    for (Case one : RecordedCases.of("multipart.json", "multipart")) {
      byte[] body = RecordedCases.bytes(one.input().get("body"));
      boolean whole =
          body.length == 0
              || new String(body, StandardCharsets.ISO_8859_1).contains("--\r\n")
              || new String(body, StandardCharsets.ISO_8859_1).endsWith("--");
      if (one.isError()
          || one.all().containsKey("settings")
          || one.input().containsKey("content_length")
          || !whole
          || new String(body, StandardCharsets.ISO_8859_1).contains("&")) {
        continue;
      }
      Request request = Request.builder("POST", "/").body(one.text("content_type"), body).build();
      Map<String, Object> output = RecordedCases.map(one.output());
      List<Object> fields = new ArrayList<>();
      request.post().asMap().forEach((name, values) -> fields.add(List.of(name, values)));
      all.assertThat(fields).as(one.id()).isEqualTo(output.get("fields"));
      Map<String, List<String>> files = new LinkedHashMap<>();
      for (String name : request.files().names()) {
        for (UploadedFile file : request.files().list(name)) {
          files
              .computeIfAbsent(name, key -> new ArrayList<>())
              .add(
                  file.name()
                      + " "
                      + Base64.getEncoder().encodeToString(file.open().readAllBytes()));
        }
      }
      Map<String, List<String>> expected = new LinkedHashMap<>();
      for (Object entry : (List<?>) output.get("files")) {
        List<?> pair = (List<?>) entry;
        for (Object file : (List<?>) pair.get(1)) {
          expected
              .computeIfAbsent((String) pair.get(0), key -> new ArrayList<>())
              .add(
                  RecordedCases.map(file).get("name")
                      + " "
                      + RecordedCases.map(file).get("content"));
        }
      }
      all.assertThat(files).as(one.id()).isEqualTo(expected);
      compared++;
    }
    all.assertAll();
    assertThat(compared).isGreaterThan(15);
  }
}
