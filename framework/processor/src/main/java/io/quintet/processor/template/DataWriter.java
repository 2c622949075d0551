package io.quintet.processor.template;

import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Writes the reader of the types of one package. */
final class DataWriter {
  private static final String NAME = "QuintetTemplateData";

  private final Elements elements;
  private final String home;
  private final List<TypeElement> types;

  DataWriter(Elements elements, String home, List<TypeElement> types) {
    this.elements = elements;
    this.home = home;
    this.types = types;
  }

  String name() {
    return (home.isEmpty() ? "" : home + ".") + simpleName();
  }

  /** Tests are compiled against the classes of their module, which may have a file of that name. */
  private String simpleName() {
    String main = (home.isEmpty() ? "" : home + ".") + NAME;
    return elements.getTypeElement(main) == null ? NAME : NAME + "OfTests";
  }

  String source() {
    StringBuilder choices = new StringBuilder();
    StringBuilder methods = new StringBuilder();
    StringBuilder known = new StringBuilder();
    for (int i = 0; i < types.size(); i++) {
      String type = types.get(i).getQualifiedName().toString();
      choices.append(
          "    if (type == %s.class) {\n      return type%d(name);\n    }\n".formatted(type, i));
      known.append(i == 0 ? "" : "\n        || ").append("type == ").append(type).append(".class");
      methods.append(method(i, types.get(i)));
    }
    return """
    // Written by quintet-processor.
    %simport io.quintet.templates.PropertyAccess;

    /** Reads the types of this package for templates. */
    @SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
    public final class %s implements PropertyAccess {
      @Override
      public Getter getter(Class<?> type, String name) {
    %s    return null;
      }

      @Override
      public boolean knows(Class<?> type) {
        return %s;
      }
    %s}
    """
        .formatted(
            home.isEmpty() ? "" : "package " + home + ";\n\n",
            simpleName(),
            choices,
            known,
            methods);
  }

  private String method(int number, TypeElement type) {
    StringBuilder cases = new StringBuilder();
    for (Map.Entry<String, Element> member : Members.of(type, elements).entrySet()) {
      boolean field = member.getValue().getKind() == ElementKind.FIELD;
      cases.append(
          "      case \"%s\" -> target -> ((%s) target).%s%s;\n"
              .formatted(
                  member.getKey(),
                  type.getQualifiedName(),
                  member.getValue().getSimpleName(),
                  field ? "" : "()"));
    }
    return """

      private static Getter type%d(String name) {
        return switch (name) {
    %s      default -> null;
        };
      }
    """
        .formatted(number, cases);
  }
}
