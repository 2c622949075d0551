package io.quintet.processor.template;

import io.quintet.templates.Engine;
import io.quintet.templates.EngineBuilder;
import io.quintet.templates.Position;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Checks the templates of records marked {@code @TemplateFor} and compiles them; and refuses
 * templates of strict folders that no record stands for.
 */
@SupportedAnnotationTypes("*")
@SupportedOptions({TemplateProcessor.FOLDER, TemplateProcessor.STRICT})
public final class TemplateProcessor extends AbstractProcessor {
  static final String LIBRARY = "io.quintet.templates.TagLibrary";
  static final String FOR = "io.quintet.templates.TemplateFor";

  /** The option that names the folder of the templates among the resources. */
  static final String FOLDER = "quintet.templates.folder";

  /** The option that lists strict folders and files, separated by commas. */
  static final String STRICT = "quintet.templates.strict";

  private static final String SERVICE = "io.quintet.templates.CompiledTemplate";

  private boolean done;

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (done) {
      return false;
    }
    done = true;
    TypeElement mark = processingEnv.getElementUtils().getTypeElement(FOR);
    String strict = option(STRICT, "");
    if (mark == null || round.getElementsAnnotatedWith(mark).isEmpty() && strict.isEmpty()) {
      return false;
    }
    Sources sources = new Sources(processingEnv.getFiler(), option(FOLDER, "templates"));
    Engine engine = engine(round, sources);
    List<String> written = new ArrayList<>();
    Set<String> covered = new TreeSet<>();
    for (Element element : round.getElementsAnnotatedWith(mark)) {
      write(element, engine, sources, written, covered);
    }
    checkFolders(strict, sources, covered);
    writeService(written);
    return false;
  }

  /** An option that is given without a value is empty. */
  private String option(String name, String standard) {
    String value = processingEnv.getOptions().getOrDefault(name, standard);
    return value == null ? "" : value;
  }

  private Engine engine(RoundEnvironment round, Sources sources) {
    EngineBuilder builder = Engine.builder().keepSyntax().loaders(sources);
    TypeElement library = processingEnv.getElementUtils().getTypeElement(LIBRARY);
    if (library != null) {
      ProjectLibraries.add(round.getElementsAnnotatedWith(library), builder);
    }
    return builder.build();
  }

  private void write(
      Element element, Engine engine, Sources sources, List<String> written, Set<String> covered) {
    Problems problems = new Problems(processingEnv.getMessager(), element);
    if (!(element instanceof TypeElement record) || element.getKind() != ElementKind.RECORD) {
      problems.add(
          element.getSimpleName()
              + " is @TemplateFor but no record. Write: @TemplateFor(\"…\") record "
              + element.getSimpleName()
              + "(…) {}.");
      return;
    }
    String name = String.valueOf(value(element, "value").getValue());
    Chains chains = new Chains(engine, sources, problems);
    Chains.Chain chain = chains.load(name, null);
    covered.add(name);
    if (chain == null) {
      return;
    }
    TypeFacts facts = new TypeFacts(processingEnv);
    PageWriter writer =
        new PageWriter(
            record, name, ProjectLibraries.texts(value(element, "also")), chains, facts, problems);
    String source = writer.write(chain);
    covered.addAll(chains.used().keySet());
    if (problems.count() > 0) {
      return;
    }
    try (Writer out =
        processingEnv.getFiler().createSourceFile(writer.className(), element).openWriter()) {
      out.write(source);
      written.add(writer.className());
    } catch (IOException e) {
      problems.add("Generated source cannot be written: " + e.getMessage());
    }
  }

  private static AnnotationValue value(Element element, String name) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().toString().equals(FOR)) {
        for (var entry : mirror.getElementValues().entrySet()) {
          if (entry.getKey().getSimpleName().contentEquals(name)) {
            return entry.getValue();
          }
        }
      }
    }
    return null;
  }

  private void checkFolders(String strict, Sources sources, Set<String> covered) {
    for (String place : strict.split(",")) {
      String wanted = place.strip();
      if (wanted.isEmpty()) {
        continue;
      }
      for (String name : sources.names()) {
        boolean inside = wanted.endsWith("/") ? name.startsWith(wanted) : name.equals(wanted);
        if (inside && !covered.contains(name)) {
          processingEnv
              .getMessager()
              .printMessage(
                  Diagnostic.Kind.ERROR,
                  new Position(name, 1, 1, "")
                      + ": the template is in the strict place '"
                      + wanted
                      + "', but no record carries its values and no strict template uses it. Write: @TemplateFor(\""
                      + name
                      + "\") record …(…) {}.");
        }
      }
    }
  }

  private void writeService(List<String> written) {
    if (written.isEmpty()) {
      return;
    }
    try (Writer out =
        processingEnv
            .getFiler()
            .createResource(StandardLocation.CLASS_OUTPUT, "", "META-INF/services/" + SERVICE)
            .openWriter()) {
      out.write(String.join("\n", written) + "\n");
    } catch (IOException e) {
      processingEnv
          .getMessager()
          .printMessage(
              Diagnostic.Kind.ERROR, "The list of templates cannot be written: " + e.getMessage());
    }
  }
}
