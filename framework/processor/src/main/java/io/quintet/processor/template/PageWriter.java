package io.quintet.processor.template;

import io.quintet.processor.source.Literals;
import io.quintet.templates.CompiledTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/** Writes the class of a compiled template. */
final class PageWriter {
  /** The longest constant that a class file holds, in the worst encoding of its characters. */
  private static final int LONGEST_CONSTANT = 16_000;

  /** Stands for the table of places until all lines are written. */
  private static final String PLACES = "\"@places\"";

  private final TypeElement record;
  private final String name;
  private final List<String> also;
  private final Chains chains;
  private final TypeFacts facts;
  private final Problems problems;

  PageWriter(
      TypeElement record,
      String name,
      List<String> also,
      Chains chains,
      TypeFacts facts,
      Problems problems) {
    this.record = record;
    this.name = name;
    this.also = also;
    this.chains = chains;
    this.facts = facts;
    this.problems = problems;
  }

  private String home() {
    return facts.elements().getPackageOf(record).getQualifiedName().toString();
  }

  private String simpleName() {
    String qualified = record.getQualifiedName().toString();
    String inPackage = home().isEmpty() ? qualified : qualified.substring(home().length() + 1);
    return inPackage.replace('.', '_') + "Template";
  }

  String className() {
    return home().isEmpty() ? simpleName() : home() + "." + simpleName();
  }

  String write(Chains.Chain chain) {
    Scope scope = Scope.empty();
    also.forEach(
        global -> scope.page(global, Code.untyped("out.lookup(" + Literals.literal(global) + ")")));
    StringBuilder names = new StringBuilder();
    for (RecordComponentElement component : record.getRecordComponents()) {
      String component_ = component.getSimpleName().toString();
      Code value = facts.read(record.asType(), component.getAccessor());
      scope.page(component_, new Code("page" + value.java(), value.type()));
      names.append(
          "    names.put(%s, page.%s());\n".formatted(Literals.literal(component_), component_));
    }
    Expressions expressions = new Expressions(facts, problems);
    BodyWriter body =
        new BodyWriter(expressions, facts, chains, problems, record.getQualifiedName().toString());
    body.chain(chain, name, scope);
    body.line("");
    return source(body, expressions, names.toString());
  }

  private String source(BodyWriter body, Expressions expressions, String names) {
    String type = record.getQualifiedName().toString();
    StringBuilder constants = new StringBuilder();
    int number = 0;
    for (String text : body.texts()) {
      constants.append(
          "  private static final byte[] TEXT_%d = Sheet.utf8(%s);\n"
              .formatted(number++, constant(text)));
    }
    for (Map.Entry<String, String> literal : expressions.literals().entrySet()) {
      constants.append(
          "  private static final SafeString %s = SafeString.of(%s);\n"
              .formatted(literal.getValue(), constant(literal.getKey())));
    }
    List<String> sources = new ArrayList<>();
    chains
        .used()
        .forEach((source, text) -> {
          sources.add(source);
          sources.add(CompiledTemplate.fingerprint(text));
        });
    String written =
        """
        // Written by quintet-processor from %s.
        %simport io.quintet.core.text.SafeString;
        import io.quintet.templates.CompiledTemplate;
        import io.quintet.templates.ForLoop;
        import io.quintet.templates.Sheet;
        import java.util.List;
        import java.util.Map;

        /** The template of {@link %s}. */
        @SuppressWarnings({"unchecked", "rawtypes", "deprecation", "cast"})
        public final class %s extends CompiledTemplate<%s> {
        %s
          public %s() {
            super(%s.class, %s, List.of(%s), List.of(%s), List.of(%s));
          }

          @Override
          protected void render(%s page, Sheet out) throws Exception {
        %s  }
        %s
          @Override
          protected Map<String, Object> names(%s page) {
            Map<String, Object> names = new java.util.HashMap<>();
        %s    return names;
          }

          @Override
          public Getter getter(Class<?> type, String name) {
        %s    return null;
          }

          @Override
          public boolean knows(Class<?> type) {
            return false;
          }

          @Override
          protected String places() {
            return %s;
          }
        }
        """
            .formatted(
                name,
                home().isEmpty() ? "" : "package " + home() + ";\n\n",
                type,
                simpleName(),
                type,
                constants,
                simpleName(),
                type,
                Literals.literal(name),
                list(sources),
                list(expressions.filters()),
                list(body.fragments()),
                type,
                body.code(),
                body.methods(),
                type,
                names,
                getters(expressions),
                PLACES);
    Places.Taken taken = body.places().take(written);
    int at = taken.code().lastIndexOf(PLACES);
    return taken.code().substring(0, at)
        + constant(taken.table())
        + taken.code().substring(at + PLACES.length());
  }

  private static String getters(Expressions expressions) {
    StringBuilder out = new StringBuilder();
    expressions
        .accesses()
        .forEach((type, members) -> {
          out.append("    if (type == ").append(type).append(".class) {\n");
          members.forEach((member, java) ->
              out.append("      if (name.equals(")
                  .append(Literals.literal(member))
                  .append(")) {\n        return target -> ((")
                  .append(type)
                  .append(") target)")
                  .append(java)
                  .append(";\n      }\n"));
          out.append("    }\n");
        });
    return out.toString();
  }

  private static String list(List<String> texts) {
    return String.join(", ", texts.stream().map(Literals::literal).toList());
  }

  /** A long text in pieces that a class file can hold, joined when the class is loaded. */
  private static String constant(String text) {
    if (text.length() <= LONGEST_CONSTANT) {
      return Literals.literal(text);
    }
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < text.length(); i += LONGEST_CONSTANT) {
      pieces.add(
          Literals.literal(text.substring(i, Math.min(text.length(), i + LONGEST_CONSTANT))));
    }
    return "String.join(\"\", " + String.join(", ", pieces) + ")";
  }
}
