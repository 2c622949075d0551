package io.quintet.processor.model;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * A model as it was declared.
 *
 * @param namesSource the expression that makes its ModelNames
 * @param fields all columns of its entities, those of parents first
 * @param manys all its relations without a column, those of parents first
 * @param constraints expressions that make its constraints
 * @param indexes expressions that make its indexes
 * @param methods names of its public methods without arguments
 * @param proxyOf the class of the model of which it is a proxy, or empty
 * @param manager the name of the manager that it declares first, or empty
 * @param parent the model whose columns it has beside its own
 */
record ModelDef(
    TypeElement element,
    String packageName,
    String name,
    String namesSource,
    List<FieldDef> fields,
    List<ManyDef> manys,
    List<String> constraints,
    List<String> indexes,
    Set<String> methods,
    String proxyOf,
    String manager,
    Parent parent) {

  /**
   * A model that another one extends.
   *
   * @param type its class, or empty when there is none
   * @param fields how many columns it has
   * @param manys how many relations without a column
   */
  record Parent(String type, int fields, int manys) {
    static final Parent NONE = new Parent("", 0, 0);

    boolean isPresent() {
      return !type.isEmpty();
    }
  }

  String qualifiedName() {
    return element.getQualifiedName().toString();
  }

  String metaName() {
    return packageName + "." + name + "Meta";
  }

  /** The columns of its own table. */
  List<FieldDef> ownFields() {
    return fields.subList(parent.fields(), fields.size());
  }

  /** The relations without a column that it declares itself. */
  List<ManyDef> ownManys() {
    return manys.subList(parent.manys(), manys.size());
  }

  /** The fields that stand in the Java class: all but the links to parents. */
  List<FieldDef> written() {
    return fields.stream().filter(f -> !f.isParentLink()).toList();
  }

  /** The field that holds the key of its entities, of all their tables. */
  FieldDef key() {
    return fields.stream()
        .filter(f -> f.options().contains("primaryKey()") && !f.isParentLink())
        .findFirst()
        .orElseThrow();
  }

  /** The expression of the value of a column of {@code entity}. */
  String value(FieldDef field) {
    FieldDef holder = field.isParentLink() ? key() : field;
    String access = "entity." + holder.name();
    return holder.kind() == Kind.REFERENCE ? access + ".key()" : access;
  }

  /** The expression of the relation object of a field of {@code entity}. */
  static String one(FieldDef field) {
    return field.isParentLink()
        ? "entity.parentLink(\"" + field.name() + "\")"
        : "entity." + field.name();
  }
}
