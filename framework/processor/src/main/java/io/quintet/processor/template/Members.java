package io.quintet.processor.template;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;

/** What templates may read of a type: by name, the field or method. */
final class Members {
  private static final Set<String> HIDDEN =
      Set.of(
          "getClass", "hashCode", "toString", "notify", "notifyAll", "wait", "clone", "finalize");

  private Members() {}

  /**
   * Public fields, and public methods without parameters that return something. A method {@code
   * getName} or {@code isActive} has the names {@code name} and {@code active} too, unless another
   * member has them.
   */
  static Map<String, Element> of(TypeElement type, Elements elements) {
    Map<String, Element> members = new LinkedHashMap<>();
    Map<String, Element> beans = new LinkedHashMap<>();
    for (Element member : elements.getAllMembers(type)) {
      if (!member.getModifiers().contains(Modifier.PUBLIC)
          || member.getModifiers().contains(Modifier.STATIC)) {
        continue;
      }
      String name = member.getSimpleName().toString();
      if (member.getKind() == ElementKind.FIELD) {
        members.put(name, member);
      } else if (member instanceof ExecutableElement method && isReadable(method, name)) {
        members.putIfAbsent(name, method);
        String bean = beanName(name, method);
        if (!bean.isEmpty()) {
          beans.put(bean, method);
        }
      }
    }
    beans.forEach(members::putIfAbsent);
    return members;
  }

  private static boolean isReadable(ExecutableElement method, String name) {
    return method.getKind() == ElementKind.METHOD
        && method.getParameters().isEmpty()
        && method.getTypeParameters().isEmpty()
        && method.getReturnType().getKind() != TypeKind.VOID
        && !HIDDEN.contains(name);
  }

  private static String beanName(String name, ExecutableElement method) {
    int prefix =
        name.startsWith("get")
            ? 3
            : name.startsWith("is") && method.getReturnType().getKind() == TypeKind.BOOLEAN ? 2 : 0;
    if (prefix == 0 || name.length() == prefix || !Character.isUpperCase(name.charAt(prefix))) {
      return "";
    }
    return name.substring(prefix, prefix + 1).toLowerCase(Locale.ROOT) + name.substring(prefix + 1);
  }
}
