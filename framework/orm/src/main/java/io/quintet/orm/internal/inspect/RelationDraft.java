package io.quintet.orm.internal.inspect;

import java.util.List;
import java.util.TreeSet;

/**
 * A relation of a class that is being written.
 *
 * @param field its field; the annotation is added when all relations are known
 * @param annotation {@code ForeignKey}, {@code OneToOne} or {@code ManyToMany}
 * @param arguments of the annotation, without the name for the way back
 */
record RelationDraft(
    ClassDraft owner, FieldDraft field, Target target, String annotation, List<String> arguments) {

  /**
   * Where a relation leads.
   *
   * @param javaPackage of its class
   * @param name of its class
   * @param taken names that its class uses already: fields, ways back
   */
  record Target(String table, String javaPackage, String name, TreeSet<String> taken) {
    String qualified() {
      return javaPackage + "." + name;
    }
  }

  boolean isOneToOne() {
    return annotation.equals("OneToOne");
  }

  String standardName() {
    return JavaNames.decapital(owner.name) + (isOneToOne() ? "" : "Set");
  }
}
