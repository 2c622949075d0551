package io.quintet.rest.serializers;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.processor.serializer.SerializerProcessor;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the compiler says about a record that cannot be a serializer. */
class DeclarationTest {
  private static final String HEAD =
      """
      package office;

      import io.quintet.rest.serializers.*;
      import io.quintet.rest.shop.*;
      import java.util.*;

      """;

  @TempDir Path output;

  private List<String> errorsOf(String declaration) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    var source =
        new SimpleJavaFileObject(
            URI.create("string:///office/Data.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return HEAD + declaration;
          }
        };
    var task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                null,
                null,
                found,
                List.of(
                    "-d",
                    output.toString(),
                    "-s",
                    output.toString(),
                    "-classpath",
                    System.getProperty("java.class.path")),
                null,
                List.of(source));
    task.setProcessors(List.of(new SerializerProcessor()));
    task.call();
    return found.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .map(d -> d.getMessage(null))
        .toList();
  }

  @Test
  void goodDeclarationCompiles() {
    assertThat(
            errorsOf(
                "@Serializes(Product.class) record Data(@ReadOnly Long id, String title,"
                    + " Category category, @Source(\"category.name\") String kind, List<Long> tags,"
                    + " Long makerId) {}"))
        .isEmpty();
  }

  @Test
  void unknownFieldIsToldWithWhatThereIs() {
    assertThat(errorsOf("@Serializes(Tag.class) record Data(String lable) {}"))
        .containsExactly(
            "Data.lable: Tag has no field, method or related rows called \"lable\". It has the fields"
                + " id, label. Name one with @Source, or add to the record: static String lable(Tag"
                + " it).");
  }

  @Test
  void anotherTypeThanThatOfTheFieldIsRefused() {
    assertThat(errorsOf("@Serializes(Product.class) record Data(int title) {}"))
        .containsExactly(
            "Data.title is a int, but Product.title is a String. Declare the component as String.");
  }

  @Test
  void relationIsShownInOneOfFourWays() {
    assertThat(errorsOf("@Serializes(Product.class) record Data(Boolean category) {}"))
        .containsExactly(
            "Data.category is a Boolean. A relation to Category is shown as long (its id), as"
                + " Category, as String (its text, read-only), or as a record with"
                + " @Serializes(Category.class).");
    assertThat(errorsOf("@Serializes(Product.class) record Data(Tag tags) {}"))
        .containsExactly(
            "Data.tags is a Tag, but tags leads to many rows. Declare the component as a List.");
    assertThat(
            errorsOf(
                "@Serializes(Product.class) record Data(@SlugRelated(\"sluk\") Category category) {}"))
        .containsExactly(
            "Data.category: @SlugRelated(\"sluk\"), but Category has no plain field of that name. It"
                + " has id, name, slug.");
  }

  @Test
  void pathMustLeadSomewhere() {
    assertThat(
            errorsOf(
                "@Serializes(Product.class) record Data(@Source(\"category.nam\") String kind) {}"))
        .containsExactly(
            "Data.kind: in @Source(\"category.nam\"), Category has no field or method called \"nam\"."
                + " It has the fields id, name, slug.");
  }

  @Test
  void onlyRecordsOfModelsOrOfThemselvesAreSerializers() {
    assertThat(errorsOf("@Serializes class Data {}"))
        .containsExactly(
            "@Serializes stands on Data, which is not a record. Write it as a record, or implement"
                + " Serializer by hand.");
    assertThat(errorsOf("@Serializes(String.class) record Data(String title) {}"))
        .containsExactly(
            "Data serializes String, which is not a model. Name a class that extends Entity; for a"
                + " record that stands for itself write @Serializes without a class.");
    assertThat(errorsOf("@Serializes record Data(Thread worker) {}"))
        .singleElement()
        .asString()
        .startsWith("Data.worker is a Thread, which JSON has no shape for. Allowed: String,");
  }

  @Test
  void namesInJsonAreDifferent() {
    assertThat(errorsOf("@Serializes record Data(String a, @Name(\"a\") String b) {}"))
        .containsExactly(
            "Data.a and Data.b are both called \"a\" in JSON. Give one another @Name.");
  }
}
