package io.quintet.processor.model;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * A model as it was declared.
 *
 * @param namesSource the expression that makes its ModelNames
 * @param constraints expressions that make its constraints
 * @param indexes expressions that make its indexes
 * @param methods names of its public methods without arguments
 * @param proxyOf the class of the model of which it is a proxy, or empty
 * @param manager the name of the manager that it declares first, or empty
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
    String manager) {

  String qualifiedName() {
    return element.getQualifiedName().toString();
  }

  String metaName() {
    return packageName + "." + name + "Meta";
  }
}
