package io.quintet.processor.model;

import static io.quintet.processor.model.Marks.JAKARTA;

import io.quintet.processor.source.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** Writes the validation rules of a column, and reports those that its type cannot have. */
final class RuleSource {
  private final Elements elements;
  private final Problems problems;

  RuleSource(Elements elements, Problems problems) {
    this.elements = elements;
    this.problems = problems;
  }

  List<String> of(String where, VariableElement field, Kind kind) {
    List<String> rules = new ArrayList<>();
    for (Marks m : marks(field, "Size")) {
      if (!kind.isText()
          && kind != Kind.JSON
          && kind != Kind.ENUM
          && !kind.isFile()
          && kind != Kind.BYTES) {
        wrong(where, field, "Size", "text", kind.isNumber() ? "@Min and @Max" : "");
      } else if (kind.isText()) {
        rules.add(
            "Size(%d, %s, %s)"
                .formatted(
                    m.number("min"), maxSource(m.number("max")), Literals.literal(m.message())));
      }
    }
    for (Marks m : marks(field, "NotBlank")) {
      onlyText(
          where, field, kind, "NotBlank", rules, "NotBlank(" + Literals.literal(m.message()) + ")");
    }
    for (Marks m : marks(field, "Email")) {
      onlyText(where, field, kind, "Email", rules, "Email(" + Literals.literal(m.message()) + ")");
    }
    for (Marks m : marks(field, "Pattern")) {
      checkPattern(where, field, m.text("regexp"));
      onlyText(
          where,
          field,
          kind,
          "Pattern",
          rules,
          "Pattern(java.util.regex.Pattern.compile(%s), %s)"
              .formatted(Literals.literal(m.text("regexp")), Literals.literal(m.message())));
    }
    for (String bound : List.of("Min", "Max")) {
      for (Marks m : marks(field, bound)) {
        onlyNumber(
            where,
            field,
            kind,
            bound,
            rules,
            "%s(java.math.BigDecimal.valueOf(%dL), %s)"
                .formatted(bound, m.longNumber("value"), Literals.literal(m.message())));
      }
      for (Marks m : marks(field, "Decimal" + bound)) {
        onlyNumber(
            where,
            field,
            kind,
            "Decimal" + bound,
            rules,
            "%s(new java.math.BigDecimal(%s), %s)"
                .formatted(
                    bound, Literals.literal(m.text("value")), Literals.literal(m.message())));
      }
    }
    for (Marks m : marks(field, "Digits")) {
      onlyNumber(
          where,
          field,
          kind,
          "Digits",
          rules,
          "Digits(%d, %d, %s)"
              .formatted(m.number("integer"), m.number("fraction"), Literals.literal(m.message())));
    }
    return rules.stream().map(r -> "rule(new FieldRule." + r + ")").toList();
  }

  private List<Marks> marks(VariableElement field, String name) {
    return Marks.all(elements, field, JAKARTA + name);
  }

  private static String maxSource(int max) {
    return max == Integer.MAX_VALUE ? "Integer.MAX_VALUE" : String.valueOf(max);
  }

  private void checkPattern(String where, VariableElement field, String regexp) {
    try {
      java.util.regex.Pattern.compile(regexp);
    } catch (PatternSyntaxException e) {
      problems.error(
          field,
          "%s: the regular expression \"%s\" is wrong: %s.",
          where,
          regexp,
          e.getDescription());
    }
  }

  private void onlyText(
      String where,
      VariableElement field,
      Kind kind,
      String name,
      List<String> rules,
      String rule) {
    if (kind.isText()) {
      rules.add(rule);
    } else {
      wrong(where, field, name, "text", "");
    }
  }

  private void onlyNumber(
      String where,
      VariableElement field,
      Kind kind,
      String name,
      List<String> rules,
      String rule) {
    if (kind.isNumber()) {
      rules.add(rule);
    } else {
      wrong(where, field, name, "numbers", kind.isText() ? "@Size" : "");
    }
  }

  private void wrong(
      String where, VariableElement field, String name, String allowed, String instead) {
    problems.error(
        field,
        "%s is of the type %s, and @%s is for %s.%s",
        where,
        TypeNames.full(field.asType()),
        name,
        allowed,
        instead.isEmpty() ? " Remove it." : " Write " + instead + " instead.");
  }
}
