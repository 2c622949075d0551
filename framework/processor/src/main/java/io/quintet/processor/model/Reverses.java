package io.quintet.processor.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

/** Which models of the compilation point to which, under which name; reports names used twice. */
final class Reverses {
  /** A model that points here: its Q-class and the name. */
  record Reverse(ModelDef source, String name, boolean isLink) {}

  /** A model of another compilation that a model here points to, and the name. */
  record Abroad(String target, String name) {}

  private final Map<String, List<Abroad>> abroad = new LinkedHashMap<>();

  private final Map<String, List<Reverse>> byTarget = new LinkedHashMap<>();
  private final Map<String, ModelDef> known;

  Reverses(List<ModelDef> models, Problems problems) {
    Map<String, ModelDef> known = new HashMap<>();
    models.forEach(m -> known.put(m.qualifiedName(), m));
    Map<String, String> taken = new HashMap<>();
    List<ModelDef> concrete = models.stream().filter(m -> m.proxyOf().isEmpty()).toList();
    for (ModelDef model : concrete) {
      for (FieldDef field : model.ownFields()) {
        if (!field.target().isEmpty()) {
          String standard = Names.decapitalised(model.name()) + (field.oneToOne() ? "" : "Set");
          add(
              model,
              field.isParentLink() ? model.element() : field.element(),
              field.name(),
              field.target(),
              field.relatedName(),
              standard,
              known,
              taken,
              problems);
        }
      }
      for (ManyDef many : model.ownManys()) {
        String standard = Names.decapitalised(model.name()) + "Set";
        add(
            model,
            many.element(),
            many.name(),
            many.target(),
            many.relatedName(),
            standard,
            known,
            taken,
            problems);
      }
    }
    this.known = known;
  }

  private void add(
      ModelDef model,
      Element element,
      String field,
      String target,
      String declared,
      String standard,
      Map<String, ModelDef> known,
      Map<String, String> taken,
      Problems problems) {
    if (declared.equals("+")) {
      return;
    }
    String name = declared.isEmpty() ? standard : declared;
    if (!javax.lang.model.SourceVersion.isName(name) || name.contains("__")) {
      problems.error(
          element,
          "%s.%s has relatedName = \"%s\", which is no Java name.",
          model.name(),
          field,
          name);
      return;
    }
    String here = model.name() + "." + field;
    String other = taken.putIfAbsent(target + "#" + name, here);
    for (ModelDef each = known.get(target); other == null && each != null; ) {
      each = known.get(each.parent().type());
      other = each == null ? null : taken.get(each.qualifiedName() + "#" + name);
    }
    String simple = target.substring(target.lastIndexOf('.') + 1);
    if (other != null) {
      problems.error(
          element,
          "%s and %s are both reached from %s as \"%s\". Set another relatedName on one of them, or \"+\" for none.",
          other,
          here,
          simple,
          name);
      return;
    }
    ModelDef reached = known.get(target);
    if (reached == null) {
      abroad
          .computeIfAbsent(model.qualifiedName(), m -> new ArrayList<>())
          .add(new Abroad(target, name));
      return;
    }
    List<ModelDef> concerned = new ArrayList<>(List.of(reached));
    concerned.addAll(known.values());
    for (ModelDef each : concerned) {
      boolean clash =
          isOrExtends(each, target, known)
              && (each.fields().stream().anyMatch(f -> f.name().equals(name))
                  || each.manys().stream().anyMatch(m -> m.name().equals(name)));
      if (clash) {
        problems.error(
            element,
            "%s is reached from %s as \"%s\", but %s has a field of that name. %s",
            here,
            simple,
            name,
            each.name(),
            element instanceof VariableElement
                ? "Set another relatedName."
                : "Give the field another name.");
        return;
      }
    }
    byTarget
        .computeIfAbsent(target, t -> new ArrayList<>())
        .add(new Reverse(model, name, !(element instanceof VariableElement)));
  }

  /** The relations of a model to models of other compilations, whose Q-classes do not know them. */
  List<Abroad> abroad(ModelDef source) {
    return abroad.getOrDefault(source.qualifiedName(), List.of());
  }

  private static boolean isOrExtends(ModelDef model, String type, Map<String, ModelDef> known) {
    for (ModelDef each = model; each != null; each = known.get(each.parent().type())) {
      if (each.qualifiedName().equals(type)) {
        return true;
      }
    }
    return false;
  }

  /** Those of a model and of the models that it extends; from there not to their other children. */
  List<Reverse> of(ModelDef target) {
    String concrete = target.proxyOf().isEmpty() ? target.qualifiedName() : target.proxyOf();
    List<Reverse> found = new ArrayList<>(byTarget.getOrDefault(concrete, List.of()));
    for (String above = target.parent().type(); !above.isEmpty(); ) {
      String parent = above;
      byTarget.getOrDefault(parent, List.of()).stream()
          .filter(r -> !r.isLink())
          .forEach(found::add);
      above = known.containsKey(parent) ? known.get(parent).parent().type() : "";
    }
    return found;
  }
}
